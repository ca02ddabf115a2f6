package dev.assay.inspector.own;

import dev.assay.assessment.agent.Agents;
import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.assay.BenchmarkJob;
import dev.assay.awsapi.assay.BenchmarkLevel;
import dev.assay.awsapi.assay.BenchmarksOperations;
import dev.assay.awsapi.assay.ListBenchmarkJobsRequest;
import dev.assay.awsapi.assay.ListBenchmarkJobsResponse;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.Tenants;

/// Which scans wait for a host's results. Inspector tells its agents by other means; here an agent
/// asks, and starts a session for each job.
public final class BenchmarksApi implements BenchmarksOperations {
  private final Transactions transactions;
  private final CisScanStore scans;
  private final Agents agents;

  public BenchmarksApi(Transactions transactions, CisScanStore scans, Agents agents) {
    this.transactions = transactions;
    this.scans = scans;
    this.agents = agents;
  }

  @Override
  public ListBenchmarkJobsResponse listBenchmarkJobs(
      Caller caller, ListBenchmarkJobsRequest input) {
    ResourceKey host = new ResourceKey(Tenants.of(caller), ResourceType.HOST, input.resourceId());
    Refusals.requireOwn(agents, host, caller);
    return transactions.read(
        reading ->
            new ListBenchmarkJobsResponse(
                scans.waiting(reading, Tenants.of(caller), input.resourceId()).stream()
                    .map(target -> job(reading, target))
                    .toList()));
  }

  private BenchmarkJob job(Reading reading, CisTarget target) {
    CisScan scan = scans.find(reading, target.scan()).orElseThrow();
    return BenchmarkJob.builder()
        .scanJobId(target.job())
        .scanArn(scan.arn())
        .securityLevel(BenchmarkLevel.of(scan.level().name()))
        .requestedAt(scan.startedAt())
        .expiresAt(scan.deadline())
        .build();
  }
}
