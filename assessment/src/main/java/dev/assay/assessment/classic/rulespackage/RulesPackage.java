package dev.assay.assessment.classic.rulespackage;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.ClassicId;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Region;
import dev.assay.assessment.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A set of rules that a template may ask for. The ids are those of us-east-1, in every region:
/// one list of names for all installations.
public enum RulesPackage {
  VULNERABILITIES(
      "0-gEjTy7T7",
      "Common Vulnerabilities and Exposures",
      "Compares the packages of each host with the advisories of its vendor and reports every"
          + " known vulnerability of an installed version."),
  CIS_BENCHMARKS(
      "0-rExsr2X8",
      "CIS Operating System Security Configuration Benchmarks",
      "Compares the configuration of each host with the benchmark for its operating system."),
  NETWORK_REACHABILITY(
      "0-PmNV0Tcd",
      "Network Reachability",
      "Works out from the network's configuration which ports of each host can be reached from"
          + " outside its network."),
  SECURITY_BEST_PRACTICES(
      "0-R01qwB5Q",
      "Security Best Practices",
      "Checks each host for a few settings that every host should have."),
  RUNTIME_BEHAVIOUR(
      "0-gBONHN9h",
      "Runtime Behavior Analysis",
      "Watches what each host does during the run. AWS has withdrawn this package.");

  /// Whose rules packages they are: AWS's account of us-east-1.
  public static final AccountId OWNER = new AccountId("316112463485");

  private static final String VERSION = "1.1";

  private final String id;
  private final String title;
  private final String description;

  RulesPackage(String id, String title, String description) {
    this.id = id;
    this.title = title;
    this.description = description;
  }

  public ClassicArn arn(Region region) {
    return ClassicArn.of(
        new Tenant(OWNER, region), ClassicArn.Kind.RULES_PACKAGE, new ClassicId(id));
  }

  /// Empty where the text names no rules package of that region.
  public static Optional<RulesPackage> named(String arn, Region region) {
    return Stream.of(values())
        .filter(candidate -> candidate.arn(region).toString().equals(arn))
        .findFirst();
  }

  /// All of them as rows of a list.
  public static List<Listing.Row<RulesPackage>> rows() {
    List<RulesPackage> all = List.of(values());
    return IntStream.range(0, all.size())
        .mapToObj(i -> new Listing.Row<>(i + 1L, all.get(i)))
        .toList();
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  /// Of the rules as they are here, not of AWS's content.
  public String version() {
    return VERSION;
  }

  public String provider() {
    return "Assay";
  }

  /// Withdrawn by AWS; a template may still name it.
  public boolean isDeprecated() {
    return this == RUNTIME_BEHAVIOUR;
  }
}
