package dev.assay.jmh;

import dev.assay.agent.enrol.EnrolmentToken;
import dev.assay.agent.service.HttpClients;
import dev.assay.agent.service.HttpTransport;
import dev.assay.agent.service.PinnedAuthority;
import dev.assay.agent.service.ServiceAddress;
import dev.assay.agent.service.ServiceClient;
import dev.assay.agent.service.ServiceTime;
import dev.assay.agent.service.Transport;
import dev.assay.awsapi.inspector.InspectorApi;
import dev.assay.awsapi.inspector2.FilterCriteria;
import dev.assay.awsapi.inspector2.Finding;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.inspector2.ListFindingsRequest;
import dev.assay.awsapi.inspector2.ListFindingsResponse;
import dev.assay.awsapi.inspector2.StringComparison;
import dev.assay.awsapi.inspector2.StringFilter;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.sigv4.Credentials;
import dev.assay.awsapi.value.Structure;
import dev.assay.model.Assessment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The service as its administrator asks it.
final class SoakService {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAGE = 100;

  private final ServiceClient classic;
  private final ServiceClient v2;

  private SoakService(ServiceClient classic, ServiceClient v2) {
    this.classic = classic;
    this.v2 = v2;
  }

  /// @param token tells the service's authority
  static SoakService of(URI service, EnrolmentToken token, Path credentials) throws IOException {
    Credentials key = AdministratorKey.read(credentials);
    return new SoakService(
        client(service, token, key, InspectorApi.schema()),
        client(service, token, key, Inspector2Api.schema()));
  }

  private static ServiceClient client(
      URI service, EnrolmentToken token, Credentials key, ServiceSchema schema) {
    Transport transport =
        new HttpTransport(
            HttpClients.client(
                Optional.ofNullable(token.fingerprint()).map(PinnedAuthority::context),
                Optional.empty(),
                PATIENCE),
            PATIENCE);
    return new ServiceClient(
        ServiceAddress.parse(service.toString()),
        transport,
        new ServiceTime(InstantSource.system()),
        key,
        token.region(),
        schema);
  }

  /// Asks Inspector Classic.
  <T> T classic(String operation, Structure input, Class<T> answer) throws InterruptedException {
    return classic.call(operation, input, answer);
  }

  /// The open findings of a host: vulnerability, severity, package.
  Set<String> findings(String host) throws InterruptedException {
    Set<String> found = new TreeSet<>();
    FilterCriteria criteria =
        FilterCriteria.builder()
            .resourceId(List.of(equal(host)))
            .findingStatus(List.of(equal("ACTIVE")))
            .build();
    String next = null;
    do {
      ListFindingsResponse page =
          v2.call(
              "ListFindings",
              ListFindingsRequest.builder()
                  .filterCriteria(criteria)
                  .maxResults(PAGE)
                  .nextToken(next)
                  .build(),
              ListFindingsResponse.class);
      Objects.requireNonNull(page.findings()).forEach(finding -> found.addAll(words(finding)));
      next = page.nextToken();
    } while (next != null);
    return found;
  }

  private static StringFilter equal(String value) {
    return new StringFilter(StringComparison.EQUALS, value);
  }

  private static List<String> words(Finding finding) {
    var details = Objects.requireNonNull(finding.packageVulnerabilityDetails());
    return Objects.requireNonNull(details.vulnerablePackages()).stream()
        .map(one -> details.vulnerabilityId() + " " + finding.severity() + " " + one.name())
        .toList();
  }

  /// The same of what matching says.
  static Set<String> words(Assessment assessment) {
    return assessment.findings().stream()
        .flatMap(
            finding ->
                finding.packages().stream()
                    .map(
                        one ->
                            finding.vulnerability().id().value()
                                + " "
                                + finding.severity()
                                + " "
                                + one.installed().name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
