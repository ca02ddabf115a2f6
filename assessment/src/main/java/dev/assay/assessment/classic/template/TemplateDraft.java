package dev.assay.assessment.classic.template;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicRefusal.Entity;
import dev.assay.assessment.classic.ClassicRefusal.InvalidInput;
import dev.assay.assessment.classic.ClassicRefusal.NoSuchEntity;
import dev.assay.assessment.classic.Invalid;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A template as it is asked for, not yet checked.
///
/// @param target its target's ARN
/// @param rulesPackages ARNs
public record TemplateDraft(
    String target,
    String name,
    int durationInSeconds,
    List<String> rulesPackages,
    List<Attribute> userAttributes) {
  public TemplateDraft {
    rulesPackages = List.copyOf(rulesPackages);
    userAttributes = List.copyOf(userAttributes);
  }

  /// The template, checked.
  ///
  /// @throws dev.assay.assessment.classic.ClassicRefusal where Classic takes no such template
  AssessmentTemplate template(ClassicArn arn, Instant now) {
    if (name.isBlank()) {
      throw new InvalidInput(
          Invalid.INVALID_ASSESSMENT_TEMPLATE_NAME, "An assessment template needs a name");
    }
    Duration duration = Duration.ofSeconds(durationInSeconds);
    if (duration.compareTo(AssessmentTemplate.SHORTEST) < 0
        || duration.compareTo(AssessmentTemplate.LONGEST) > 0) {
      throw new InvalidInput(
          Invalid.INVALID_ASSESSMENT_TEMPLATE_DURATION,
          "A run takes from 180 to 86400 seconds, not " + durationInSeconds);
    }
    if (userAttributes.size() > AssessmentTemplate.MOST_USER_ATTRIBUTES) {
      throw new InvalidInput(
          Invalid.INVALID_NUMBER_OF_USER_ATTRIBUTES,
          "At most " + AssessmentTemplate.MOST_USER_ATTRIBUTES + " attributes for findings");
    }
    Attribute.byKey(userAttributes, Invalid.INVALID_USER_ATTRIBUTE_KEY);
    return new AssessmentTemplate(
        arn, name, duration, packages(rulesPackages, arn.owner().region()), userAttributes, now);
  }

  /// The rules packages of these names, each once.
  ///
  /// @throws dev.assay.assessment.classic.ClassicRefusal where a name is no rules package's
  public static List<RulesPackage> packages(List<String> arns, Region region) {
    return arns.stream().distinct().map(arn -> rulesPackage(arn, region)).toList();
  }

  private static RulesPackage rulesPackage(String arn, Region region) {
    if (ClassicArn.parse(arn).filter(a -> a.kind() == ClassicArn.Kind.RULES_PACKAGE).isEmpty()) {
      throw new InvalidInput(
          Invalid.INVALID_RULES_PACKAGE_ARN, "Not the ARN of a rules package: " + arn);
    }
    return RulesPackage.named(arn, region)
        .orElseThrow(() -> new NoSuchEntity(Entity.RULES_PACKAGE, arn));
  }
}
