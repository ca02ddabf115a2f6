package dev.assay.assessment.classic.exclusion;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.host.AssessedHost;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Region;
import java.util.List;

/// Something left out of an assessment.
///
/// @param description why, here and now
/// @param scopes what: hosts, rules packages; at least one
public record Exclusion(
    ExclusionType type, String description, List<Scope> scopes, List<Attribute> attributes) {
  public Exclusion {
    scopes = List.copyOf(scopes);
    attributes = List.copyOf(attributes);
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("An exclusion of nothing: " + type);
    }
  }

  /// A host or a rules package.
  ///
  /// @param value the host's id, the rules package's ARN
  public record Scope(ScopeType type, String value) {
    static Scope of(AssessedHost host) {
      return new Scope(ScopeType.INSTANCE_ID, host.id());
    }

    static Scope of(RulesPackage rules, Region region) {
      return new Scope(ScopeType.RULES_PACKAGE_ARN, rules.arn(region).toString());
    }
  }

  /// Classic's own names.
  public enum ScopeType {
    INSTANCE_ID,
    RULES_PACKAGE_ARN
  }

  /// One host, for every rules package.
  public static Exclusion of(ExclusionType type, AssessedHost host, String why) {
    return new Exclusion(type, why, List.of(Scope.of(host)), List.of());
  }

  /// One host, for one rules package.
  public static Exclusion of(
      ExclusionType type, AssessedHost host, RulesPackage rules, String why) {
    Region region = host.resource().key().tenant().region();
    return new Exclusion(type, why, List.of(Scope.of(host), Scope.of(rules, region)), List.of());
  }

  /// Whole rules packages.
  public static Exclusion of(
      ExclusionType type, List<RulesPackage> rules, Region region, String why) {
    return new Exclusion(
        type, why, rules.stream().map(one -> Scope.of(one, region)).toList(), List.of());
  }
}
