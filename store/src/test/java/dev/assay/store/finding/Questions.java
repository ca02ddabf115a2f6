package dev.assay.store.finding;

import static dev.assay.store.finding.Fleet.NOW;

import dev.assay.assessment.query.Criterion;
import dev.assay.assessment.query.Criterion.Comparison;
import dev.assay.assessment.query.Criterion.DateRange;
import dev.assay.assessment.query.Criterion.NumberRange;
import dev.assay.assessment.query.Criterion.TagCondition;
import dev.assay.assessment.query.Criterion.TextCondition;
import dev.assay.assessment.query.DateFacet;
import dev.assay.assessment.query.NumberFacet;
import dev.assay.assessment.query.TextFacet;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Questions at random that some of the fleet's findings answer.
final class Questions {
  private static final List<Comparison> COMPARISONS = List.of(Comparison.values());
  private static final List<TextFacet> FACETS =
      List.of(
          TextFacet.FINDING_ARN,
          TextFacet.ACCOUNT,
          TextFacet.FINDING_TYPE,
          TextFacet.SEVERITY,
          TextFacet.STATUS,
          TextFacet.TITLE,
          TextFacet.RESOURCE_TYPE,
          TextFacet.RESOURCE_ID,
          TextFacet.FIX_AVAILABLE,
          TextFacet.EXPLOIT_AVAILABLE,
          TextFacet.VULNERABILITY_ID,
          TextFacet.VULNERABILITY_SOURCE,
          TextFacet.VENDOR_SEVERITY,
          TextFacet.RELATED_VULNERABILITY,
          TextFacet.HOST_IMAGE_ID,
          TextFacet.IMAGE_REPOSITORY,
          TextFacet.IMAGE_TAG,
          TextFacet.FUNCTION_NAME,
          TextFacet.NETWORK_PROTOCOL);
  private static final List<String> VALUES =
      List.of(
          "CVE-2024-1001",
          "CVE-2024-1003",
          "CVE-2024",
          "HIGH",
          "CRITICAL",
          "MED",
          "ACTIVE",
          "CLOSED",
          "web-1",
          "web",
          "AWS_EC2_INSTANCE",
          "AWS_ECR",
          "YES",
          "NO",
          "debian-osv",
          "GHSA-3",
          "GHSA",
          "ami-0",
          "ami",
          "repo",
          "latest",
          "111122223333",
          "PACKAGE_VULNERABILITY",
          "arn:aws:inspector2:eu-central-1:111122223333:finding/",
          "");

  private Questions() {}

  static Criterion random(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Criterion.OfNumber(NumberFacet.SCORE, List.of(numbers(random, 10)));
      case 1 -> new Criterion.OfNumber(NumberFacet.EPSS, List.of(numbers(random, 1)));
      case 2 ->
          new Criterion.OfDate(
              random.nextBoolean() ? DateFacet.FIRST_OBSERVED : DateFacet.UPDATED,
              List.of(
                  new DateRange(
                      random.nextBoolean() ? NOW.plus(Duration.ofHours(random.nextInt(4))) : null,
                      random.nextBoolean()
                          ? NOW.plus(Duration.ofHours(random.nextInt(10)))
                          : null)));
      case 3 ->
          new Criterion.OfTags(
              List.of(
                  new TagCondition(
                      random.nextBoolean() ? "env" : "Name",
                      random.nextBoolean() ? null : random.nextBoolean() ? "prod" : "w")));
      default ->
          new Criterion.OfText(
              FACETS.get(random.nextInt(FACETS.size())),
              IntStream.rangeClosed(0, random.nextInt(3))
                  .mapToObj(ignored -> condition(random))
                  .toList());
    };
  }

  private static NumberRange numbers(Random random, double scale) {
    return new NumberRange(
        random.nextBoolean() ? random.nextInt(11) / 10.0 * scale : null,
        random.nextBoolean() ? random.nextInt(11) / 10.0 * scale : null);
  }

  private static TextCondition condition(Random random) {
    return new TextCondition(
        COMPARISONS.get(random.nextInt(3)), VALUES.get(random.nextInt(VALUES.size())));
  }
}
