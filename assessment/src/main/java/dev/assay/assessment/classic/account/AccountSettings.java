package dev.assay.assessment.classic.account;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.OwnArn;
import dev.assay.assessment.classic.template.TemplateStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What may be done with tags of templates and with the account's role.
public final class AccountSettings {
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,512}");

  private final Transactions transactions;
  private final AccountStore store;
  private final TemplateStore templates;
  private final InstantSource clock;

  public AccountSettings(
      Transactions transactions, AccountStore store, TemplateStore templates, InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.templates = templates;
    this.clock = clock;
  }

  /// Sets the tags of a template.
  ///
  /// @param tags take the place of all that the template had
  public void setTags(Tenant tenant, String resource, List<Attribute> tags) {
    ClassicArn template = template(tenant, resource);
    Attribute.byKey(tags, Invalid.INVALID_TAG_KEY);
    transactions.change(
        writing -> {
          require(writing, template);
          store.setTags(writing, template, tags);
        });
  }

  public List<Attribute> tags(Tenant tenant, String resource) {
    ClassicArn template = template(tenant, resource);
    return transactions.read(
        reading -> {
          require(reading, template);
          return store.tags(reading, template);
        });
  }

  /// Remembers the role. Nothing of Classic's here takes it on, so whether that would work is not
  /// looked at.
  public void registerRole(Tenant tenant, String role) {
    if (!ROLE.matcher(role).matches()) {
      throw new InvalidInput(Invalid.INVALID_IAM_ROLE_ARN, "Not the ARN of a role: " + role);
    }
    RegisteredRole registered = new RegisteredRole(role, clock.instant());
    transactions.change(writing -> store.setRole(writing, tenant, registered));
  }

  public Optional<RegisteredRole> role(Tenant tenant) {
    return transactions.read(reading -> store.role(reading, tenant));
  }

  /// Templates are what Classic has tags for.
  private static ClassicArn template(Tenant tenant, String resource) {
    if (ClassicArn.parse(resource).filter(arn -> arn.kind() == Kind.TEMPLATE).isEmpty()) {
      throw new InvalidInput(
          Invalid.INVALID_RESOURCE_ARN, "Tags are of assessment templates, not of " + resource);
    }
    return OwnArn.own(tenant, Kind.TEMPLATE, resource);
  }

  private void require(Reading reading, ClassicArn template) {
    if (templates.find(reading, List.of(template.toString())).isEmpty()) {
      throw new NoSuchEntity(Entity.TEMPLATE, template.toString());
    }
  }
}
