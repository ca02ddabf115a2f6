package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.export.Destination;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.cli.ExportDoor.Place;
import dev.assay.server.SignedLinks;
import dev.assay.server.Tenancy;
import dev.assay.server.export.DirectoryDepot;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Request;
import dev.assay.server.http.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportDoorTest {
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  @TempDir private Path directory;
  private Instant now = NOW;
  private final SignedLinks links =
      new SignedLinks(ExportDoor.PATH, () -> "http://localhost", () -> now);

  @BeforeEach
  void layDown() throws IOException {
    DirectoryDepot.open(directory)
        .put(
            TENANT,
            new Destination("bucket", null, "key"),
            "a b/report.csv",
            "text/csv",
            out -> out.write("content".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_link_leads_to_its_document() {
    Response response = get(link("a b/report.csv"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("content");
    assertThat(response.headers())
        .anyMatch(h -> h.name().equals("Content-Type") && h.value().startsWith("text/csv"))
        .anyMatch(h -> h.name().equals("Content-Disposition"));
  }

  @Test
  void a_link_that_is_over_or_changed_or_of_what_is_gone_leads_nowhere() {
    String link = link("a b/report.csv");

    assertThat(get(link.replace("report", "retort")).status()).isEqualTo(404);
    assertThat(get(link("other.csv")).status()).isEqualTo(404);
    assertThat(get("http://localhost/exports").status()).isEqualTo(404);
    now = NOW.plusSeconds(61);
    assertThat(get(link).status()).isEqualTo(404);
  }

  @Test
  void every_other_path_is_the_services() {
    assertThat(get("http://localhost/findings/list").status()).isEqualTo(418);
  }

  private String link(String key) {
    Place place = new Place(new AccountId("111122223333"), "bucket", key);
    return links.link(place.text(), NOW.plusSeconds(60));
  }

  private Response get(String url) {
    URI uri = URI.create(url);
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return new ExportDoor(new Services(), links, DirectoryDepot.open(directory))
        .answer(
            new Request("id", "GET", uri.getRawPath(), query, List.of(), new byte[0], "127.0.0.1"))
        .response();
  }

  /// Whatever lies behind the door.
  private static final class Services implements Tenancy {
    @Override
    public Answer answer(Request request) {
      return Answer.plain("other", Response.of(418, "text/plain", ""));
    }

    @Override
    public Map<QueueName, WorkHandler> work() {
      return Map.of();
    }
  }
}
