package dev.assay.assessment.classic;

import dev.assay.assessment.classic.ClassicArn.Kind;
import dev.assay.assessment.classic.ClassicRefusal.AccessDenied;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.tenant.Tenant;
import java.util.Locale;

/// Whose names are whose: an ARN in a request is taken only where it is of the right kind and of
/// the caller's own tenant.
public final class OwnArn {
  private OwnArn() {}

  /// The name, checked.
  ///
  /// @throws InvalidInput where the text names nothing of that kind
  /// @throws AccessDenied where it names another tenant's
  public static ClassicArn own(Tenant tenant, Kind kind, String text) {
    ClassicArn arn =
        ClassicArn.parse(text)
            .filter(parsed -> parsed.kind() == kind)
            .orElseThrow(() -> new InvalidInput(invalid(kind), words(kind) + text));
    if (!arn.owner().equals(tenant)) {
      throw new AccessDenied(entity(kind), text);
    }
    return arn;
  }

  private static String words(Kind kind) {
    return "Not the ARN of a " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": ";
  }

  /// The refusal's name of a kind; an exclusion has none of its own and goes by its run's.
  public static Entity entity(Kind kind) {
    return switch (kind) {
      case RESOURCE_GROUP -> Entity.RESOURCE_GROUP;
      case TARGET -> Entity.TARGET;
      case TEMPLATE -> Entity.TEMPLATE;
      case RUN, EXCLUSION -> Entity.RUN;
      case FINDING -> Entity.FINDING;
      case RULES_PACKAGE -> Entity.RULES_PACKAGE;
    };
  }

  private static Invalid invalid(Kind kind) {
    return switch (kind) {
      case RESOURCE_GROUP -> Invalid.INVALID_RESOURCE_GROUP_ARN;
      case TARGET -> Invalid.INVALID_ASSESSMENT_TARGET_ARN;
      case TEMPLATE -> Invalid.INVALID_ASSESSMENT_TEMPLATE_ARN;
      case RUN -> Invalid.INVALID_ASSESSMENT_RUN_ARN;
      case FINDING -> Invalid.INVALID_FINDING_ARN;
      case RULES_PACKAGE -> Invalid.INVALID_RULES_PACKAGE_ARN;
      case EXCLUSION -> Invalid.INVALID_RESOURCE_ARN;
    };
  }
}
