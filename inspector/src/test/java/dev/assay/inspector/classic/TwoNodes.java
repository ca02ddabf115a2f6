package dev.assay.inspector.classic;

import dev.assay.assessment.classic.ClassicLimits;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector.AssessmentRun;
import dev.assay.awsapi.inspector.CreateAssessmentTargetRequest;
import dev.assay.awsapi.inspector.CreateAssessmentTemplateRequest;
import dev.assay.awsapi.inspector.DescribeAssessmentRunsRequest;
import dev.assay.awsapi.inspector.FindingFilter;
import dev.assay.awsapi.inspector.InvalidInputErrorCode;
import dev.assay.awsapi.inspector.InvalidInputException;
import dev.assay.awsapi.inspector.ListFindingsRequest;
import dev.assay.awsapi.inspector.StartAssessmentRunRequest;
import dev.assay.awsapi.value.Caller;
import dev.assay.model.VulnerabilityFinding;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.scratch.ScratchDatabases;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// Classic's operations on two nodes of one service: what is written by one is read by another.
abstract class TwoNodes {
  static final Tenant TENANT = Tenant.of("111111111111", "eu-central-1");
  static final Caller ADA = new Caller("111111111111", "ada", "AKIA1", "eu-central-1", "request-1");
  static final Caller EVE = new Caller("222222222222", "eve", "AKIA2", "eu-central-1", "request-2");

  private final DatabaseAddress address = ScratchDatabases.newAddress();
  final Node writer = new Node(address, new ClassicLimits(3, 3, 3, 3, 3));
  final Node reader = new Node(address, ClassicLimits.DEFAULT);
  final ClassicOperations write = writer.operations;
  final ClassicOperations read = reader.operations;

  @AfterEach
  void close() {
    writer.close();
    reader.close();
  }

  void host(String id, Map<String, String> tags, String... vulnerabilities) {
    writer.assess(
        TENANT,
        id,
        tags,
        List.of(),
        Stream.of(vulnerabilities)
            .map(name -> Vulnerabilities.of(name, dev.assay.model.Severity.HIGH))
            .toArray(VulnerabilityFinding[]::new));
  }

  String target(String name, @Nullable String group) {
    return write
        .targets()
        .createAssessmentTarget(
            ADA,
            CreateAssessmentTargetRequest.builder()
                .assessmentTargetName(name)
                .resourceGroupArn(group)
                .build())
        .assessmentTargetArn();
  }

  static String rules(RulesPackage rules) {
    return rules.arn(TENANT.region()).toString();
  }

  String template(String target, String name, RulesPackage... rules) {
    return write
        .templates()
        .createAssessmentTemplate(
            ADA,
            CreateAssessmentTemplateRequest.builder()
                .assessmentTargetArn(target)
                .assessmentTemplateName(name)
                .durationInSeconds(180)
                .rulesPackageArns(Stream.of(rules).map(TwoNodes::rules).toList())
                .build())
        .assessmentTemplateArn();
  }

  String start(String template) {
    return write
        .runs()
        .startAssessmentRun(
            ADA,
            StartAssessmentRunRequest.builder()
                .assessmentTemplateArn(template)
                .assessmentRunName("run")
                .build())
        .assessmentRunArn();
  }

  String finishedRun(RulesPackage... rules) {
    String run = start(template(target("all", null), "all", rules));
    reader.workUntilIdle();
    return run;
  }

  AssessmentRun describe(String run) {
    return read.runs()
        .describeAssessmentRuns(ADA, new DescribeAssessmentRunsRequest(List.of(run)))
        .assessmentRuns()
        .getFirst();
  }

  List<String> findings(@Nullable FindingFilter filter) {
    return read.findings()
        .listFindings(ADA, ListFindingsRequest.builder().filter(filter).maxResults(100).build())
        .findingArns();
  }

  static InvalidInputErrorCode refused(Runnable call) {
    try {
      call.run();
    } catch (InvalidInputException refusal) {
      return refusal.errorCode();
    }
    throw new AssertionError("not refused");
  }
}
