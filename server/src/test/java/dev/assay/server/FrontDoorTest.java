package dev.assay.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.transaction.ContendedException;
import dev.assay.assessment.transaction.UnavailableException;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Request;
import dev.assay.server.metric.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class FrontDoorTest {
  private final Metrics metrics = new Metrics();

  @Test
  void a_client_may_come_again_where_the_database_was_in_the_way() {
    Answer contended =
        answer(
            asked -> {
              throw new ContendedException(5, new IllegalStateException("deadlock"));
            });
    Answer unreachable =
        answer(
            asked -> {
              throw new UnavailableException("the database cannot be reached", new Exception());
            });

    assertThat(contended.response().status()).isEqualTo(503);
    assertThat(contended.error()).contains("ServiceUnavailable");
    assertThat(body(contended)).contains("request one was given up; try again later");
    assertThat(unreachable.response().status()).isEqualTo(503);
    assertThat(metrics.scrape()).contains("error=\"ServiceUnavailable\"", "status=\"503\"");
  }

  @Test
  void a_defect_is_not_told_to_the_client() {
    Answer defect =
        answer(
            asked -> {
              throw new IllegalStateException("the inside");
            });

    assertThat(defect.response().status()).isEqualTo(500);
    assertThat(defect.error()).contains("InternalFailure");
    assertThat(body(defect)).contains("request one failed").doesNotContain("inside");
  }

  private Answer answer(Function<Request, Answer> service) {
    FrontDoor door =
        new FrontDoor(
            service, () -> true, metrics, false, Optional.empty(), InstantSource.system());
    return door.handle(
        new Request("one", "POST", "/findings/list", "", List.of(), new byte[0], "127.0.0.1"));
  }

  private static String body(Answer answer) {
    return new String(answer.response().body(), StandardCharsets.UTF_8);
  }
}
