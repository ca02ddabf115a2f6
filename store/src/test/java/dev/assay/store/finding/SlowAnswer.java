package dev.assay.store.finding;

import dev.assay.assessment.finding.FindingContent;
import dev.assay.assessment.finding.FindingFacets;
import dev.assay.assessment.finding.PackageVulnerabilities;
import dev.assay.assessment.finding.StoredFinding;
import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.DateFacet;
import dev.assay.assessment.query.FindingOrder;
import dev.assay.assessment.query.FindingOrder.Direction;
import dev.assay.assessment.query.NumberFacet;
import dev.assay.assessment.query.TextFacet;
import dev.assay.assessment.reachability.ReachabilityFindings;
import dev.assay.assessment.resource.ResourceDetails;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers questions by looking at every finding, the slow and obvious way.
final class SlowAnswer {
  private SlowAnswer() {}

  static boolean holds(List<Criterion> criteria, StoredFinding finding) {
    return criteria.stream().allMatch(criterion -> holds(criterion, finding));
  }

  private static boolean holds(Criterion criterion, StoredFinding finding) {
    return switch (criterion) {
      case Criterion.OfText(TextFacet facet, var conditions) ->
          texts(conditions, texts(facet, finding));
      case Criterion.OfDate(DateFacet facet, var ranges) ->
          ranges.stream().anyMatch(range -> within(date(facet, finding), range.from(), range.to()));
      case Criterion.OfNumber(NumberFacet facet, var ranges) ->
          ranges.stream()
              .anyMatch(
                  range ->
                      within(
                          facet == NumberFacet.SCORE ? facets(finding).score() : epss(finding),
                          range.from(),
                          range.to()));
      case Criterion.OfTags(var conditions) ->
          conditions.stream()
              .anyMatch(
                  tag -> {
                    String value = finding.resource().tags().get(tag.key());
                    return value != null && (tag.value() == null || tag.value().equals(value));
                  });
      case Criterion.OfPackages ignored -> throw new IllegalArgumentException("not asked");
      case Criterion.OfPorts ignored -> throw new IllegalArgumentException("not asked");
    };
  }

  static FindingFacets facets(StoredFinding finding) {
    return switch (finding.content()) {
      case FindingContent.PackageVulnerability(var vulnerability) ->
          PackageVulnerabilities.facets(vulnerability);
      case FindingContent.NetworkReachability(var ports) -> ReachabilityFindings.facets(ports);
    };
  }

  static @Nullable Double epss(StoredFinding finding) {
    return facets(finding).epss();
  }

  private static boolean texts(List<TextCondition> conditions, List<String> texts) {
    List<TextCondition> positive =
        conditions.stream().filter(it -> it.comparison() != Comparison.NOT_EQUALS).toList();
    boolean some =
        positive.isEmpty()
            || positive.stream()
                .anyMatch(
                    it ->
                        texts.stream()
                            .anyMatch(
                                text ->
                                    it.comparison() == Comparison.EQUALS
                                        ? text.equals(it.value())
                                        : text.startsWith(it.value())));
    boolean none =
        conditions.stream()
            .filter(it -> it.comparison() == Comparison.NOT_EQUALS)
            .noneMatch(it -> texts.contains(it.value()));
    return some && none;
  }

  private static <T extends Comparable<T>> boolean within(
      @Nullable T value, @Nullable T from, @Nullable T to) {
    return value != null
        && (from == null || value.compareTo(from) >= 0)
        && (to == null || value.compareTo(to) <= 0);
  }

  private static Instant date(DateFacet facet, StoredFinding finding) {
    return facet == DateFacet.UPDATED ? finding.updatedAt() : finding.firstObservedAt();
  }

  private static List<String> texts(TextFacet facet, StoredFinding finding) {
    FindingFacets facets = facets(finding);
    ResourceDetails details = finding.resource().details();
    Stream<String> texts =
        switch (facet) {
          case FINDING_ARN -> Stream.of(finding.arn());
          case ACCOUNT -> Stream.of(finding.resource().key().tenant().account().value());
          case FINDING_TYPE -> Stream.of(finding.key().type().name());
          case SEVERITY -> Stream.of(facets.severity().name());
          case STATUS -> Stream.of(finding.status().name());
          case TITLE -> Stream.of(facets.title());
          case RESOURCE_TYPE -> Stream.of(finding.resource().key().type().wireName());
          case RESOURCE_ID -> Stream.of(finding.resource().key().id());
          case FIX_AVAILABLE -> Stream.of(String.valueOf(facets.fix()));
          case EXPLOIT_AVAILABLE -> Stream.of(facets.exploitAvailable() ? "YES" : "NO");
          case VULNERABILITY_ID -> Stream.of(finding.key().rule());
          case VULNERABILITY_SOURCE -> Stream.ofNullable(facets.source());
          case VENDOR_SEVERITY -> Stream.ofNullable(facets.vendorSeverity());
          case RELATED_VULNERABILITY -> facets.related().stream();
          case HOST_IMAGE_ID ->
              details instanceof ResourceDetails.Host host
                  ? Stream.ofNullable(host.imageId())
                  : Stream.empty();
          case IMAGE_REPOSITORY ->
              details instanceof ResourceDetails.ContainerImage image
                  ? Stream.of(image.repository())
                  : Stream.empty();
          case IMAGE_TAG ->
              details instanceof ResourceDetails.ContainerImage image
                  ? image.imageTags().stream()
                  : Stream.empty();
          default -> Stream.empty();
        };
    return texts.toList();
  }

  /// The order that is promised, without the last resort.
  static Comparator<StoredFinding> order(FindingOrder order) {
    boolean descending = order.direction() == Direction.DESCENDING;
    return switch (order.key()) {
      case ACCOUNT -> by(descending, f -> f.resource().key().tenant().account().value());
      case FINDING_TYPE -> by(descending, f -> f.key().type().name());
      case SEVERITY -> by(descending, f -> facets(f).severity());
      case FIRST_OBSERVED -> by(descending, StoredFinding::firstObservedAt);
      case LAST_OBSERVED -> by(descending, StoredFinding::lastObservedAt);
      case UPDATED -> by(descending, StoredFinding::updatedAt);
      case STATUS -> by(descending, f -> f.status().name());
      case RESOURCE_TYPE -> by(descending, f -> f.resource().key().type().wireName());
      case VULNERABILITY_ID -> by(descending, f -> f.key().rule());
      case VULNERABILITY_SOURCE -> by(descending, f -> facets(f).source());
      case VENDOR_SEVERITY -> by(descending, f -> facets(f).vendorSeverity());
      case SCORE -> by(descending, f -> facets(f).score());
      case EPSS -> by(descending, f -> facets(f).epss());
      case IMAGE_PUSHED -> by(descending, f -> image(f, ResourceDetails.ContainerImage::pushedAt));
      case IMAGE_REPOSITORY ->
          by(descending, f -> image(f, ResourceDetails.ContainerImage::repository));
      case IMAGE_REGISTRY ->
          by(descending, f -> image(f, ResourceDetails.ContainerImage::registry));
      case NETWORK_PROTOCOL, COMPONENT_TYPE -> (_, _) -> 0;
    };
  }

  private static <T> @Nullable T image(
      StoredFinding finding, Function<ResourceDetails.ContainerImage, @Nullable T> member) {
    return finding.resource().details() instanceof ResourceDetails.ContainerImage image
        ? member.apply(image)
        : null;
  }

  private static <T extends Comparable<? super T>> Comparator<StoredFinding> by(
      boolean descending, Function<StoredFinding, @Nullable T> key) {
    Comparator<T> natural = Comparator.<T>naturalOrder();
    return Comparator.comparing(
        key, Comparator.nullsLast(descending ? natural.reversed() : natural));
  }
}
