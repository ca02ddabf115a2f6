package dev.assay.inspector.classic;

import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Described.Failure;
import dev.assay.assessment.classic.Listing;
import dev.assay.assessment.query.Page;
import dev.assay.assessment.tenant.Region;
import dev.assay.awsapi.inspector.DescribeRulesPackagesRequest;
import dev.assay.awsapi.inspector.DescribeRulesPackagesResponse;
import dev.assay.awsapi.inspector.ListRulesPackagesRequest;
import dev.assay.awsapi.inspector.ListRulesPackagesResponse;
import dev.assay.awsapi.inspector.RulesPackage;
import dev.assay.awsapi.inspector.RulesPackagesOperations;
import dev.assay.awsapi.value.Caller;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The five rules packages, in the region of the request.
final class RulesPackageOperations implements RulesPackagesOperations {
  private static final int LARGEST_PAGE = 100;

  @Override
  public ListRulesPackagesResponse listRulesPackages(
      Caller caller, ListRulesPackagesRequest input) {
    Region region = new Region(caller.region());
    Page<dev.assay.assessment.classic.rulespackage.RulesPackage> page =
        Refusals.translated(
            () -> {
              Listing listing =
                  Listing.of(
                      region + " rules packages",
                      input.maxResults(),
                      input.nextToken(),
                      LARGEST_PAGE);
              return listing.page(
                  most ->
                      dev.assay.assessment.classic.rulespackage.RulesPackage.rows().stream()
                          .filter(row -> row.number() > listing.after())
                          .limit(most)
                          .toList());
            });
    return ListRulesPackagesResponse.builder()
        .rulesPackageArns(page.items().stream().map(rules -> rules.arn(region).toString()).toList())
        .nextToken(page.next().orElse(null))
        .build();
  }

  @Override
  public DescribeRulesPackagesResponse describeRulesPackages(
      Caller caller, DescribeRulesPackagesRequest input) {
    Refusals.translated(() -> Wire.require(input.locale()));
    Region region = new Region(caller.region());
    Map<String, RulesPackage> found = new LinkedHashMap<>();
    Map<String, Failure> failed = new HashMap<>();
    for (String arn : input.rulesPackageArns()) {
      var rules = dev.assay.assessment.classic.rulespackage.RulesPackage.named(arn, region);
      if (found.containsKey(arn)) {
        failed.put(arn, Failure.DUPLICATE_ARN);
      } else if (rules.isPresent()) {
        found.put(arn, wire(rules.get(), arn));
      } else {
        failed.put(arn, isOne(arn) ? Failure.ITEM_DOES_NOT_EXIST : Failure.INVALID_ARN);
      }
    }
    found.keySet().removeAll(failed.keySet());
    return new DescribeRulesPackagesResponse(List.copyOf(found.values()), Wire.failed(failed));
  }

  private static boolean isOne(String arn) {
    return ClassicArn.parse(arn)
        .filter(parsed -> parsed.kind() == ClassicArn.Kind.RULES_PACKAGE)
        .isPresent();
  }

  private static RulesPackage wire(
      dev.assay.assessment.classic.rulespackage.RulesPackage rules, String arn) {
    return new RulesPackage(
        arn, rules.title(), rules.version(), rules.provider(), rules.description());
  }
}
