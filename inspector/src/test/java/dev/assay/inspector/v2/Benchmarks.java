package dev.assay.inspector.v2;

import dev.assay.awsapi.assay.BenchmarkLevel;
import dev.assay.awsapi.assay.BenchmarkResults;
import dev.assay.awsapi.assay.BenchmarkRule;
import dev.assay.awsapi.assay.BenchmarkStatus;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.EvidenceResource;
import dev.assay.awsapi.assay.EvidenceResourceType;
import dev.assay.awsapi.assay.SubmitEvidenceRequest;
import dev.assay.awsapi.assay.SubmitEvidenceResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/// What benchmarks say of hosts, handed in.
@NullUnmarked
final class Benchmarks {
  private Benchmarks() {}

  static BenchmarkRule rule(String id, String status, String level, String reason) {
    return BenchmarkRule.builder()
        .ruleId(id)
        .title("Title of " + id)
        .remediation("Do " + id)
        .level(BenchmarkLevel.of(level))
        .status(BenchmarkStatus.of(status))
        .reason(reason)
        .build();
  }

  static SubmitEvidenceResponse submit(
      Nodes.Node node,
      String account,
      String host,
      Map<String, String> tags,
      String platform,
      String level,
      Instant evaluatedAt,
      List<BenchmarkRule> rules) {
    return node.evidence.submitEvidence(
        Nodes.caller(account),
        SubmitEvidenceRequest.builder()
            .resource(
                EvidenceResource.builder().id(host).type(EvidenceResourceType.FILE_TREE).build())
            .tags(tags)
            .contentHash("sha256:" + "0".repeat(64))
            .content(
                new EvidenceContent.Benchmark(
                    BenchmarkResults.builder()
                        .benchmark("xccdf_test_benchmark")
                        .version("1.2")
                        .profile("xccdf_test_profile_" + level)
                        .level(BenchmarkLevel.of(level))
                        .platform(platform)
                        .evaluatedAt(evaluatedAt)
                        .rules(rules)
                        .build()))
            .build());
  }
}
