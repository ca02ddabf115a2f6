package dev.assay.inspector.v2;

import dev.assay.assessment.cis.CisScan;
import dev.assay.assessment.cis.CisScanQueries;
import dev.assay.assessment.cis.CisScanQueries.Detail;
import dev.assay.assessment.cis.CisScanStatus;
import dev.assay.assessment.cis.CisScanStore;
import dev.assay.assessment.cis.CisSession;
import dev.assay.assessment.cis.CisSessionStore;
import dev.assay.assessment.cis.CisTarget;
import dev.assay.assessment.cis.report.CisReportKey;
import dev.assay.assessment.query.InvalidPageTokenException;
import dev.assay.assessment.query.PageRequest;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.inspector2.CisReportFormat;
import dev.assay.awsapi.inspector2.CisReportStatus;
import dev.assay.awsapi.inspector2.GetCisScanReportRequest;
import dev.assay.awsapi.inspector2.GetCisScanReportResponse;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsRequest;
import dev.assay.awsapi.inspector2.GetCisScanResultDetailsResponse;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByChecksRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByChecksResponse;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByTargetResourceRequest;
import dev.assay.awsapi.inspector2.ListCisScanResultsAggregatedByTargetResourceResponse;
import dev.assay.awsapi.inspector2.ListCisScansDetailLevel;
import dev.assay.awsapi.inspector2.ListCisScansRequest;
import dev.assay.awsapi.inspector2.ListCisScansResponse;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What came of scans. An account sees the scans of its configurations whole, and of scans that its
/// administrator ordered its own part.
public final class CisResults {
  private static final int PAGE = 100;
  private static final int PAGE_OF_SCANS = 50;
  private static final Duration LINK_VALID = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final CisScanStore scans;
  private final CisScanQueries queries;
  private final CisSessionStore sessions;
  private final CisReportLinks links;

  public CisResults(
      Transactions transactions,
      CisScanStore scans,
      CisScanQueries queries,
      CisSessionStore sessions,
      CisReportLinks links) {
    this.transactions = transactions;
    this.scans = scans;
    this.queries = queries;
    this.sessions = sessions;
    this.links = links;
  }

  static PageRequest request(@Nullable Integer size, @Nullable String token) {
    return new PageRequest(
        Optional.ofNullable(size).orElse(PAGE),
        Optional.ofNullable(token).filter(given -> !given.isEmpty()));
  }

  /// The model lets 100 be asked for and 50 be answered.
  ListCisScansResponse scans(Tenant tenant, ListCisScansRequest input) {
    int size = Optional.ofNullable(input.maxResults()).orElse(PAGE_OF_SCANS);
    PageRequest request = request(Math.min(size, PAGE_OF_SCANS), input.nextToken());
    return paged(
        reading -> {
          var page =
              queries.scans(
                  reading, tenant, detail(input.detailLevel()), CisQuestions.of(input), request);
          return ListCisScansResponse.builder()
              .scans(
                  page.items().stream()
                      .map(scan -> CisMapping.scan(scan, tenant.account()))
                      .toList())
              .nextToken(page.next().orElse(null))
              .build();
        });
  }

  private static Detail detail(@Nullable ListCisScansDetailLevel level) {
    return switch (level == null ? "" : level.value()) {
      case "ORGANIZATION" -> Detail.OWNED;
      case "MEMBER" -> Detail.MEMBER;
      default -> Detail.BOTH;
    };
  }

  ListCisScanResultsAggregatedByChecksResponse checks(
      Tenant tenant, ListCisScanResultsAggregatedByChecksRequest input) {
    PageRequest request = request(input.maxResults(), input.nextToken());
    return paged(
        reading -> {
          CisScan scan = scan(reading, tenant, input.scanArn());
          var page =
              queries.checks(reading, scan, part(scan, tenant), CisQuestions.of(input), request);
          return ListCisScanResultsAggregatedByChecksResponse.builder()
              .checkAggregations(
                  page.items().stream().map(one -> CisMapping.checks(scan, one)).toList())
              .nextToken(page.next().orElse(null))
              .build();
        });
  }

  ListCisScanResultsAggregatedByTargetResourceResponse targets(
      Tenant tenant, ListCisScanResultsAggregatedByTargetResourceRequest input) {
    PageRequest request = request(input.maxResults(), input.nextToken());
    return paged(
        reading -> {
          CisScan scan = scan(reading, tenant, input.scanArn());
          var page =
              queries.targets(reading, scan, part(scan, tenant), CisQuestions.of(input), request);
          return ListCisScanResultsAggregatedByTargetResourceResponse.builder()
              .targetResourceAggregations(
                  page.items().stream().map(one -> CisMapping.target(scan, one)).toList())
              .nextToken(page.next().orElse(null))
              .build();
        });
  }

  GetCisScanResultDetailsResponse details(Tenant tenant, GetCisScanResultDetailsRequest input) {
    PageRequest request = request(input.maxResults(), input.nextToken());
    return paged(
        reading -> {
          CisResultPlace place = place(reading, tenant, input);
          var page =
              queries.details(
                  reading,
                  place.tenant(),
                  place.job(),
                  place.findings(),
                  CisQuestions.of(input),
                  request);
          return GetCisScanResultDetailsResponse.builder()
              .scanResultDetails(
                  page.items().stream().map(one -> CisMapping.details(place, one)).toList())
              .nextToken(page.next().orElse(null))
              .build();
        });
  }

  /// Where the results are that are asked for: with a resource of a scan or, where an agent made
  /// its job up, with the agent.
  private CisResultPlace place(
      Reading reading, Tenant tenant, GetCisScanResultDetailsRequest input) {
    AccountId account = new AccountId(input.accountId());
    Optional<CisScan> scan = visible(reading, tenant, input.scanArn());
    if (scan.isEmpty()) {
      return ofSession(reading, tenant, input);
    }
    Tenant owner = new Tenant(account, tenant.region());
    if (!part(scan.get(), tenant).orElse(account).equals(account)) {
      throw noResult();
    }
    CisTarget target =
        scans
            .target(reading, scan.get().id(), owner, input.targetResourceId())
            .orElseThrow(CisResults::noResult);
    return new CisResultPlace(
        input.scanArn(), owner, target.resource(), target.job(), target.platform());
  }

  private CisResultPlace ofSession(
      Reading reading, Tenant tenant, GetCisScanResultDetailsRequest input) {
    String job = input.scanArn().substring(input.scanArn().lastIndexOf('/') + 1);
    CisSession session =
        sessions
            .find(reading, tenant, job)
            .filter(known -> CisScan.arn(tenant, known.job()).equals(input.scanArn()))
            .filter(known -> tenant.account().value().equals(input.accountId()))
            .filter(known -> known.agent().equals(input.targetResourceId()))
            .filter(known -> scans.ofJob(reading, tenant, job).isEmpty())
            .orElseThrow(CisResults::noResult);
    return new CisResultPlace(input.scanArn(), tenant, session.agent(), session.job(), null);
  }

  private static ResourceNotFoundException noResult() {
    return new ResourceNotFoundException("There is no such scan result.");
  }

  /// A report is there as soon as its scan has ended; it is written when its link is followed.
  GetCisScanReportResponse report(Tenant tenant, GetCisScanReportRequest input) {
    CisScan scan = transactions.read(reading -> scan(reading, tenant, input.scanArn()));
    if (scan.status() == CisScanStatus.IN_PROGRESS) {
      return GetCisScanReportResponse.builder().status(CisReportStatus.IN_PROGRESS).build();
    }
    CisReportFormat format = input.reportFormat();
    CisReportKey key =
        new CisReportKey(
            scan.arn(),
            account(scan, tenant, Optional.ofNullable(input.targetAccounts()).orElse(List.of())),
            format != null && format.value().equals("CSV")
                ? CisReportKey.Format.CSV
                : CisReportKey.Format.PDF);
    return GetCisScanReportResponse.builder()
        .status(CisReportStatus.SUCCEEDED)
        .url(links.link(key, LINK_VALID))
        .build();
  }

  private static Optional<AccountId> account(CisScan scan, Tenant tenant, List<String> asked) {
    Optional<AccountId> part = part(scan, tenant);
    Optional<AccountId> one = asked.stream().findFirst().map(AccountId::new);
    boolean isThere =
        one.map(
                account ->
                    scan.accounts().contains(account) && part.orElse(account).equals(account))
            .orElse(true);
    if (!isThere) {
      throw Problems.invalid("targetAccounts", "the scan has no resources of that account");
    }
    return one.or(() -> part);
  }

  private CisScan scan(Reading reading, Tenant tenant, String arn) {
    return visible(reading, tenant, arn)
        .orElseThrow(() -> new ResourceNotFoundException("There is no scan at " + arn + "."));
  }

  private Optional<CisScan> visible(Reading reading, Tenant tenant, String arn) {
    return scans
        .find(reading, arn)
        .filter(scan -> scan.owner().region().equals(tenant.region()))
        .filter(scan -> scan.owner().equals(tenant) || scan.accounts().contains(tenant.account()));
  }

  /// Whose resources alone an account sees of a scan; empty for all.
  private static Optional<AccountId> part(CisScan scan, Tenant tenant) {
    return scan.owner().equals(tenant) ? Optional.empty() : Optional.of(tenant.account());
  }

  private <T> T paged(Function<Reading, T> answer) {
    try {
      return transactions.read(answer);
    } catch (InvalidPageTokenException invalid) {
      throw Problems.invalidToken();
    }
  }
}
