package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Fleet.vulnerability;
import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.THIRD;
import static dev.assay.inspector.v2.Nodes.caller;
import static dev.assay.inspector.v2.Nodes.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.organization.Membership;
import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceDetails.CodeRepository;
import dev.assay.assessment.resource.ResourceDetails.ContainerImage;
import dev.assay.assessment.resource.ResourceDetails.Function;
import dev.assay.assessment.resource.ResourceDetails.Host;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector2.AccountAggregation;
import dev.assay.awsapi.inspector2.AccountAggregationResponse;
import dev.assay.awsapi.inspector2.AggregationFindingType;
import dev.assay.awsapi.inspector2.AggregationRequest;
import dev.assay.awsapi.inspector2.AggregationResourceType;
import dev.assay.awsapi.inspector2.AggregationResponse;
import dev.assay.awsapi.inspector2.AggregationType;
import dev.assay.awsapi.inspector2.AmiAggregation;
import dev.assay.awsapi.inspector2.AmiSortBy;
import dev.assay.awsapi.inspector2.AwsEcrContainerAggregation;
import dev.assay.awsapi.inspector2.BatchGetFindingDetailsRequest;
import dev.assay.awsapi.inspector2.CodeRepositoryAggregation;
import dev.assay.awsapi.inspector2.ContainerImageAggregation;
import dev.assay.awsapi.inspector2.Ec2InstanceAggregation;
import dev.assay.awsapi.inspector2.FindingDetail;
import dev.assay.awsapi.inspector2.FindingDetailsError;
import dev.assay.awsapi.inspector2.LambdaFunctionAggregation;
import dev.assay.awsapi.inspector2.ListFindingAggregationsRequest;
import dev.assay.awsapi.inspector2.ListFindingAggregationsResponse;
import dev.assay.awsapi.inspector2.ListFindingsRequest;
import dev.assay.awsapi.inspector2.MapComparison;
import dev.assay.awsapi.inspector2.MapFilter;
import dev.assay.awsapi.inspector2.PackageAggregation;
import dev.assay.awsapi.inspector2.SeverityCounts;
import dev.assay.awsapi.inspector2.SortOrder;
import dev.assay.awsapi.inspector2.StringComparison;
import dev.assay.awsapi.inspector2.StringFilter;
import dev.assay.awsapi.inspector2.TitleAggregation;
import dev.assay.awsapi.inspector2.TitleSortBy;
import dev.assay.awsapi.inspector2.ValidationException;
import dev.assay.awsapi.inspector2.VmInstanceAggregation;
import dev.assay.awsapi.value.Caller;
import dev.assay.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sums as clients ask for them. How they are made is tested beside the store.
@NullUnmarked
class FindingAggregationsApiTest {
  private static Fleet fleet;

  @BeforeAll
  static void fill() {
    fleet = new Fleet();
    Tenant own = Tenant.of(ACCOUNT, "eu-central-1");
    fleet.assess(
        own,
        "i-1",
        host("ami-1", "DEBIAN_12"),
        Map.of("env", "prod"),
        vulnerability("CVE-2024-1", Severity.CRITICAL, "openssl", "2.0-1"),
        vulnerability("CVE-2024-2", Severity.HIGH, "curl", null));
    fleet.assess(
        own,
        "i-2",
        host("ami-1", "UBUNTU_24_04"),
        Map.of(),
        vulnerability("CVE-2024-2", Severity.HIGH, "curl", null),
        vulnerability("CVE-2024-3", Severity.MEDIUM, "zlib1g", null),
        vulnerability("CVE-2024-4", Severity.LOW, "zlib1g", "2.0-1"));
    fleet.assess(
        own,
        "repo@sha256:1",
        new ContainerImage(
            ACCOUNT, "repo", "sha256:1", List.of("v1"), "amd64", null, null, Nodes.NOW),
        Map.of(),
        vulnerability("CVE-2024-1", Severity.CRITICAL, "openssl", "2.0-1"));
    fleet.assess(
        own,
        "function:1",
        new Function(
            "greet", "PYTHON_3_12", "1", "", "role", List.of("layer"), List.of(), Nodes.NOW),
        Map.of("team", "blue"),
        vulnerability("CVE-2024-3", Severity.MEDIUM, "zlib1g", null));
    fleet.assess(
        own,
        "project:1",
        new CodeRepository("website", "GITHUB"),
        Map.of(),
        vulnerability("CVE-2024-2", Severity.HIGH, "curl", null));
    // What is closed is not counted.
    fleet.assess(
        own,
        "i-3",
        host("ami-2", "DEBIAN_12"),
        Map.of(),
        vulnerability("CVE-2024-1", Severity.CRITICAL, "openssl", null));
    fleet.assess(own, "i-3", host("ami-2", "DEBIAN_12"), Map.of());
    fleet.assess(
        Tenant.of(OTHER, "eu-central-1"),
        "i-9",
        host("ami-1", "DEBIAN_12"),
        Map.of(),
        vulnerability("CVE-2024-1", Severity.CRITICAL, "openssl", "2.0-1"));
    fleet
        .database
        .transactions()
        .change(
            writing ->
                assertThat(
                        fleet.memberships.add(
                            writing,
                            new Membership(
                                new AccountId(OTHER),
                                own.region(),
                                new AccountId(THIRD),
                                true,
                                Nodes.NOW)))
                    .isTrue());
  }

  @AfterAll
  static void close() {
    fleet.close();
  }

  private static ResourceDetails host(String image, String platform) {
    return new Host(platform, null, image, null, null, List.of(), null, null);
  }

  @Test
  void an_account_has_one_sum_of_all_that_is_active() {
    assertThat(list(AggregationType.ACCOUNT, null))
        .containsExactly(
            new AggregationResponse.AccountAggregation(
                new AccountAggregationResponse(
                    ACCOUNT, new SeverityCounts(8L, 2L, 3L, 2L), 0L, 3L)));
  }

  @Test
  void accounts_are_counted_by_kind_of_finding_and_resource() {
    assertThat(
            counts(
                AggregationType.ACCOUNT,
                new AggregationRequest.AccountAggregation(
                    AccountAggregation.builder()
                        .findingType(AggregationFindingType.PACKAGE_VULNERABILITY)
                        .resourceType(AggregationResourceType.AWS_EC2_INSTANCE)
                        .build())))
        .containsExactly(new SeverityCounts(5L, 1L, 2L, 1L));
    assertThat(
            counts(
                AggregationType.ACCOUNT,
                new AggregationRequest.AccountAggregation(
                    AccountAggregation.builder()
                        .findingType(AggregationFindingType.NETWORK_REACHABILITY)
                        .build())))
        .isEmpty();
  }

  @Test
  void an_administrator_sees_the_sums_of_its_members_and_nobody_else_does() {
    assertThat(accounts(caller(THIRD))).containsExactly(OTHER);
    assertThat(accounts(caller(OTHER))).containsExactly(OTHER);
    assertThat(accounts(caller(ACCOUNT))).containsExactly(ACCOUNT);
    assertThat(accounts(elsewhere(ACCOUNT))).isEmpty();
    assertThat(accounts(caller(THIRD), equal(ACCOUNT))).isEmpty();
    assertThat(accounts(caller(THIRD), equal(OTHER))).containsExactly(OTHER);
  }

  @Test
  void an_administrator_sees_the_details_of_its_members_findings() {
    String arn =
        fleet
            .findings
            .listFindings(caller(OTHER), ListFindingsRequest.builder().build())
            .findings()
            .getFirst()
            .findingArn();
    BatchGetFindingDetailsRequest asked = new BatchGetFindingDetailsRequest(List.of(arn));
    assertThat(fleet.findings.batchGetFindingDetails(caller(THIRD), asked).findingDetails())
        .extracting(FindingDetail::findingArn)
        .containsExactly(arn);
    assertThat(fleet.findings.batchGetFindingDetails(caller(ACCOUNT), asked).errors())
        .extracting(FindingDetailsError::findingArn)
        .containsExactly(arn);
  }

  private static List<String> accounts(Caller caller, StringFilter... accountIds) {
    return fleet
        .findings
        .listFindingAggregations(
            caller,
            ListFindingAggregationsRequest.builder()
                .aggregationType(AggregationType.ACCOUNT)
                .accountIds(accountIds.length == 0 ? null : List.of(accountIds))
                .build())
        .responses()
        .stream()
        .map(FindingAggregationsApiTest::account)
        .toList();
  }

  private static String account(AggregationResponse response) {
    return response instanceof AggregationResponse.AccountAggregation(var account)
        ? account.accountId()
        : "none";
  }

  @Test
  void titles_are_selected_by_vulnerability_and_sorted_as_asked() {
    List<AggregationResponse> all =
        list(
            AggregationType.TITLE,
            new AggregationRequest.TitleAggregation(
                TitleAggregation.builder()
                    .vulnerabilityIds(List.of(equal("CVE-2024-2"), equal("CVE-2024-3")))
                    .sortBy(TitleSortBy.ALL)
                    .sortOrder(SortOrder.ASC)
                    .build()));
    assertThat(all)
        .extracting(
            response ->
                response instanceof AggregationResponse.TitleAggregation(var title)
                    ? title.title()
                        + " "
                        + title.vulnerabilityId()
                        + " "
                        + title.severityCounts().all()
                    : "none")
        .containsExactly("CVE-2024-3 - zlib1g CVE-2024-3 2", "CVE-2024-2 - curl CVE-2024-2 3");
  }

  @Test
  void packages_are_selected_by_name_and_the_most_critical_comes_first() {
    assertThat(
            list(
                AggregationType.PACKAGE,
                new AggregationRequest.PackageAggregation(
                    PackageAggregation.builder()
                        .packageNames(
                            List.of(new StringFilter(StringComparison.NOT_EQUALS, "zlib1g")))
                        .build())))
        .extracting(
            response ->
                response instanceof AggregationResponse.PackageAggregation(var one)
                    ? one.packageName() + " " + one.severityCounts().critical()
                    : "none")
        .containsExactly("openssl 2", "curl 0");
  }

  @Test
  void machine_images_say_how_many_instances_they_affect() {
    assertThat(
            list(
                AggregationType.AMI,
                new AggregationRequest.AmiAggregation(
                    AmiAggregation.builder().sortBy(AmiSortBy.AFFECTED_INSTANCES).build())))
        .extracting(
            response ->
                response instanceof AggregationResponse.AmiAggregation(var ami)
                    ? ami.ami() + " " + ami.affectedInstances()
                    : "none")
        .containsExactly("ami-1 2");
  }

  @Test
  void instances_are_selected_by_tag_system_and_image() {
    Ec2InstanceAggregation.Builder tagged =
        Ec2InstanceAggregation.builder()
            .instanceTags(
                List.of(
                    MapFilter.builder()
                        .comparison(MapComparison.EQUALS)
                        .key("env")
                        .value("prod")
                        .build()));
    Ec2InstanceAggregation.Builder ubuntu =
        Ec2InstanceAggregation.builder()
            .operatingSystems(List.of(new StringFilter(StringComparison.PREFIX, "UBUNTU")))
            .amis(List.of(equal("ami-1")));
    assertThat(instances(tagged.build())).containsExactly("i-1 DEBIAN_12 ami-1 {env=prod} 2");
    assertThat(instances(ubuntu.build())).containsExactly("i-2 UBUNTU_24_04 ami-1 {} 3");
  }

  private static List<String> instances(Ec2InstanceAggregation asked) {
    return list(
            AggregationType.AWS_EC2_INSTANCE, new AggregationRequest.Ec2InstanceAggregation(asked))
        .stream()
        .map(
            response ->
                response instanceof AggregationResponse.Ec2InstanceAggregation(var host)
                    ? "%s %s %s %s %d"
                        .formatted(
                            host.instanceId(),
                            host.operatingSystem(),
                            host.ami(),
                            host.instanceTags(),
                            host.severityCounts().all())
                    : "none")
        .toList();
  }

  @Test
  void other_resources_are_selected_by_their_own_filters() {
    assertThat(
            counts(
                AggregationType.AWS_ECR_CONTAINER,
                new AggregationRequest.AwsEcrContainerAggregation(
                    AwsEcrContainerAggregation.builder()
                        .repositories(List.of(equal("repo")))
                        .imageTags(List.of(equal("v1")))
                        .imageShas(List.of(equal("sha256:1")))
                        .architectures(List.of(equal("amd64")))
                        .resourceIds(List.of(equal("repo@sha256:1")))
                        .build())))
        .containsExactly(new SeverityCounts(1L, 1L, 0L, 0L));
    assertThat(
            counts(
                AggregationType.AWS_LAMBDA_FUNCTION,
                new AggregationRequest.LambdaFunctionAggregation(
                    LambdaFunctionAggregation.builder()
                        .functionNames(List.of(equal("greet")))
                        .runtimes(List.of(equal("PYTHON_3_12")))
                        .functionTags(
                            List.of(
                                MapFilter.builder()
                                    .comparison(MapComparison.EQUALS)
                                    .key("team")
                                    .build()))
                        .build())))
        .containsExactly(new SeverityCounts(1L, 0L, 0L, 1L));
    assertThat(
            counts(
                AggregationType.CODE_REPOSITORY,
                new AggregationRequest.CodeRepositoryAggregation(
                    CodeRepositoryAggregation.builder()
                        .projectNames(List.of(equal("website")))
                        .providerTypes(List.of(equal("GITHUB")))
                        .build())))
        .containsExactly(new SeverityCounts(1L, 0L, 1L, 0L));
    assertThat(
            counts(
                AggregationType.CONTAINER_IMAGE,
                new AggregationRequest.ContainerImageAggregation(
                    ContainerImageAggregation.builder()
                        .registries(List.of(equal("nowhere")))
                        .build())))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AggregationType.Known.class)
  void every_type_answers_in_its_own_shape_or_knows_nothing(AggregationType.Known type) {
    List<AggregationResponse> all = list(type, null);
    if (type == AggregationType.Known.IMAGE_LAYER || type == AggregationType.Known.LAMBDA_LAYER) {
      assertThat(all).isEmpty();
    } else {
      assertThat(all).isNotEmpty();
      String shape =
          switch (type) {
            case AWS_EC2_INSTANCE -> "Ec2InstanceAggregation";
            default -> camel(type.name()) + "Aggregation";
          };
      assertThat(all)
          .extracting(response -> response.getClass().getSimpleName())
          .containsOnly(shape);
    }
  }

  private static String camel(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.replace("AWS_LAMBDA_", "LAMBDA_").split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  @Test
  void a_request_of_another_type_is_refused() {
    assertThatThrownBy(
            () ->
                list(
                    AggregationType.TITLE,
                    new AggregationRequest.PackageAggregation(
                        PackageAggregation.builder().build())))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("PACKAGE");
  }

  @Test
  void a_filter_on_the_cloud_is_refused_and_not_passed_over() {
    assertThatThrownBy(
            () ->
                list(
                    AggregationType.VM_INSTANCE,
                    new AggregationRequest.VmInstanceAggregation(
                        VmInstanceAggregation.builder()
                            .cloudRegions(List.of(equal("westeurope")))
                            .build())))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("cloudRegions");
  }

  @Test
  void pages_follow_each_other_and_their_tokens_fit_no_other_question() {
    ListFindingAggregationsRequest.Builder asked =
        ListFindingAggregationsRequest.builder()
            .aggregationType(AggregationType.PACKAGE)
            .maxResults(1);
    List<AggregationResponse> all = new ArrayList<>();
    ListFindingAggregationsResponse page =
        fleet.findings.listFindingAggregations(caller(ACCOUNT), asked.build());
    String first = page.nextToken();
    all.addAll(page.responses());
    while (page.nextToken() != null) {
      page =
          fleet.findings.listFindingAggregations(
              caller(ACCOUNT), asked.nextToken(page.nextToken()).build());
      assertThat(page.responses()).hasSize(1);
      all.addAll(page.responses());
    }
    assertThat(all).isEqualTo(list(AggregationType.PACKAGE, null)).hasSize(3);

    ListFindingAggregationsRequest other =
        ListFindingAggregationsRequest.builder()
            .aggregationType(AggregationType.TITLE)
            .nextToken(first)
            .build();
    assertThatThrownBy(() -> fleet.findings.listFindingAggregations(caller(ACCOUNT), other))
        .isInstanceOf(ValidationException.class);
  }

  private static List<SeverityCounts> counts(
      AggregationType type, @Nullable AggregationRequest request) {
    return list(type, request).stream()
        .map(
            response ->
                switch (response) {
                  case AggregationResponse.AccountAggregation(var one) -> one.severityCounts();
                  case AggregationResponse.AwsEcrContainerAggregation(var one) ->
                      one.severityCounts();
                  case AggregationResponse.LambdaFunctionAggregation(var one) ->
                      one.severityCounts();
                  case AggregationResponse.CodeRepositoryAggregation(var one) ->
                      one.severityCounts();
                  default -> throw new IllegalArgumentException("not asked: " + response);
                })
        .toList();
  }

  private static List<AggregationResponse> list(
      AggregationType type, @Nullable AggregationRequest request) {
    return fleet
        .findings
        .listFindingAggregations(
            caller(ACCOUNT),
            ListFindingAggregationsRequest.builder()
                .aggregationType(type)
                .aggregationRequest(request)
                .build())
        .responses();
  }

  private static StringFilter equal(String value) {
    return new StringFilter(StringComparison.EQUALS, value);
  }
}
