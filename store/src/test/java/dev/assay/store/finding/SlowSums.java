package dev.assay.store.finding;

import dev.assay.assessment.aggregation.Aggregate;
import dev.assay.assessment.aggregation.Aggregate.Sums;
import dev.assay.assessment.aggregation.AggregationOrder;
import dev.assay.assessment.aggregation.AggregationQuery;
import dev.assay.assessment.aggregation.Group;
import dev.assay.assessment.aggregation.Grouping;
import dev.assay.assessment.finding.FindingFacets.PackageFacet;
import dev.assay.assessment.finding.FindingType;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.resource.ResourceDetails.ContainerImage;
import dev.assay.assessment.resource.ResourceDetails.Host;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.model.Severity;
import dev.assay.model.VulnerabilityFinding.FixAvailability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Sums findings up by looking at every one, the slow and obvious way.
final class SlowSums {
  private SlowSums() {}

  private record Key(AccountId account, Group group) {}

  static List<Aggregate> of(List<StoredFinding> all, AggregationQuery query) {
    Map<Key, List<StoredFinding>> groups = new LinkedHashMap<>();
    for (StoredFinding finding : all) {
      AccountId account = finding.resource().key().tenant().account();
      if (query.accounts().contains(account) && SlowAnswer.holds(query.criteria(), finding)) {
        groups(query.grouping(), finding).stream()
            .distinct()
            .filter(group -> TextConditions.hold(query.names(), name(group)))
            .forEach(
                group ->
                    groups
                        .computeIfAbsent(new Key(account, group), _ -> new ArrayList<>())
                        .add(finding));
      }
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new Aggregate(
                    group.getKey().account(),
                    group.getKey().group(),
                    sums(query.grouping(), group.getValue())))
        .sorted(order(query.order()))
        .toList();
  }

  static String name(Group group) {
    return switch (group) {
      case Group.Whole() -> "";
      case Group.Named(String name) -> name;
      case Group.Titled(String title, _) -> title;
      case Group.OfResource(var resource) -> resource.key().id();
    };
  }

  private static List<Group> groups(Grouping grouping, StoredFinding finding) {
    var resource = finding.resource();
    return switch (grouping) {
      case ACCOUNT -> List.of(new Group.Whole());
      case PACKAGE ->
          SlowAnswer.facets(finding).packages().stream()
              .map(PackageFacet::name)
              .<Group>map(Group.Named::new)
              .toList();
      case TITLE ->
          List.of(
              new Group.Titled(
                  SlowAnswer.facets(finding).title(),
                  finding.key().type() == FindingType.PACKAGE_VULNERABILITY
                      ? finding.key().rule()
                      : null));
      case IMAGE_REPOSITORY ->
          resource.details() instanceof ContainerImage image
              ? List.of(new Group.Named(image.repository()))
              : List.of();
      case HOST_IMAGE ->
          resource.details() instanceof Host host && host.imageId() != null
              ? List.of(new Group.Named(host.imageId()))
              : List.of();
      case HOST, CONTAINER_IMAGE, FUNCTION, CODE_REPOSITORY ->
          grouping.resources().orElseThrow() == resource.key().type()
              ? List.of(new Group.OfResource(resource))
              : List.of();
    };
  }

  private static Sums sums(Grouping grouping, List<StoredFinding> findings) {
    return new Sums(
        findings.size(),
        count(findings, finding -> severity(finding) == Severity.MEDIUM),
        count(findings, finding -> severity(finding) == Severity.HIGH),
        count(findings, finding -> severity(finding) == Severity.CRITICAL),
        count(findings, finding -> SlowAnswer.facets(finding).exploitAvailable()),
        count(
            findings,
            finding -> {
              FixAvailability fix = SlowAnswer.facets(finding).fix();
              return fix == FixAvailability.YES || fix == FixAvailability.PARTIAL;
            }),
        count(findings, finding -> finding.key().type() == FindingType.NETWORK_REACHABILITY),
        grouping == Grouping.IMAGE_REPOSITORY || grouping == Grouping.HOST_IMAGE
            ? findings.stream().map(finding -> finding.resource().number()).distinct().count()
            : 0);
  }

  private static Severity severity(StoredFinding finding) {
    return SlowAnswer.facets(finding).severity();
  }

  private static long count(List<StoredFinding> findings, Predicate<StoredFinding> which) {
    return findings.stream().filter(which).count();
  }

  /// Whole: what is equal by number follows by account and name.
  private static Comparator<Aggregate> order(AggregationOrder order) {
    Comparator<Aggregate> number =
        Comparator.comparingLong(
            sum ->
                switch (order.key()) {
                  case ALL -> sum.sums().all();
                  case HIGH -> sum.sums().high();
                  case CRITICAL -> sum.sums().critical();
                  case NETWORK_REACHABILITY -> sum.sums().networkReachability();
                  case RESOURCES -> sum.sums().resources();
                });
    return (order.direction() == Direction.DESCENDING ? number.reversed() : number)
        .thenComparing(sum -> sum.account().value())
        .thenComparing(sum -> name(sum.group()))
        .thenComparing(
            sum ->
                sum.group() instanceof Group.Titled(_, String vulnerability) ? vulnerability : "");
  }
}
