package dev.assay.assessment.classic;

import dev.assay.assessment.tenant.Tenant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of something of Classic's: `arn:PARTITION:inspector:REGION:ACCOUNT:PATH`, where the
/// path of a run holds its template's and that its target's.
///
/// @param path `target/0-…/template/0-…/run/0-…`, say
public record ClassicArn(Tenant owner, Kind kind, String path) {
  private static final Pattern FORM =
      Pattern.compile("arn:(aws[a-z-]*):inspector:([a-z0-9-]+):([0-9]{12}):([0-9A-Za-z/-]+)");

  /// What a Classic ARN may name.
  public enum Kind {
    RESOURCE_GROUP("resourcegroup/ID"),
    TARGET("target/ID"),
    TEMPLATE("target/ID/template/ID"),
    RUN("target/ID/template/ID/run/ID"),
    FINDING("target/ID/template/ID/run/ID/finding/ID"),
    EXCLUSION("target/ID/template/ID/run/ID/exclusion/ID"),
    RULES_PACKAGE("rulespackage/ID");

    private final Pattern path;

    Kind(String form) {
      path = Pattern.compile(form.replace("ID", "0-[0-9A-Za-z]{8}"));
    }

    private boolean names(String candidate) {
      return path.matcher(candidate).matches();
    }
  }

  public ClassicArn {
    if (!kind.names(path)) {
      throw new IllegalArgumentException("Not the path of a " + kind + ": " + path);
    }
  }

  /// The name of something that belongs to nothing else.
  public static ClassicArn of(Tenant owner, Kind kind, ClassicId id) {
    String first =
        switch (kind) {
          case RESOURCE_GROUP -> "resourcegroup/";
          case TARGET -> "target/";
          case RULES_PACKAGE -> "rulespackage/";
          case TEMPLATE, RUN, FINDING, EXCLUSION ->
              throw new IllegalArgumentException("A " + kind + " is within something");
        };
    return new ClassicArn(owner, kind, first + id);
  }

  /// Empty where the text is no Classic ARN.
  public static Optional<ClassicArn> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String path = matcher.group(4);
    for (Kind kind : Kind.values()) {
      if (kind.names(path)) {
        Tenant owner = Tenant.of(matcher.group(3), matcher.group(2));
        return owner.region().partition().equals(matcher.group(1))
            ? Optional.of(new ClassicArn(owner, kind, path))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// A template of this target, a run of this template, a finding or an exclusion of this run.
  public ClassicArn within(Kind inner, ClassicId id) {
    String step =
        switch (inner) {
          case TEMPLATE -> "/template/";
          case RUN -> "/run/";
          case FINDING -> "/finding/";
          case EXCLUSION -> "/exclusion/";
          case RESOURCE_GROUP, TARGET, RULES_PACKAGE ->
              throw new IllegalArgumentException("A " + inner + " is within nothing");
        };
    return new ClassicArn(owner, inner, path + step + id);
  }

  /// What this is directly within: a template's target, a run's template, a finding's run.
  public ClassicArn parent() {
    Kind outer =
        switch (kind) {
          case TEMPLATE -> Kind.TARGET;
          case RUN -> Kind.TEMPLATE;
          case FINDING, EXCLUSION -> Kind.RUN;
          case RESOURCE_GROUP, TARGET, RULES_PACKAGE ->
              throw new IllegalStateException("Within nothing: " + this);
        };
    String withoutId = path.substring(0, path.lastIndexOf('/'));
    return new ClassicArn(owner, outer, withoutId.substring(0, withoutId.lastIndexOf('/')));
  }

  @Override
  public String toString() {
    return owner.arn("inspector", path);
  }
}
