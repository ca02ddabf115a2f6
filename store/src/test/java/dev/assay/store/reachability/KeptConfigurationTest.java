package dev.assay.store.reachability;

import static dev.assay.store.reachability.NetworkFixture.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.reachability.ConfigurationStore.Kept;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.reachability.NetworkReport;
import dev.assay.assessment.reachability.OversizedConfigurationException;
import dev.assay.store.Handles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The last configuration of a network is kept, and evaluated again when it is time.
final class KeptConfigurationTest {
  private static final Instant FIRST = Instant.parse("2026-11-28T08:00:00Z");

  private NetworkFixture fixture;

  @BeforeEach
  void open() {
    fixture = new NetworkFixture();
    fixture.now = FIRST;
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void it_is_evaluated_again_every_twelve_hours_and_not_before() throws IOException {
    fixture.take("network", "1", NetworkFixture.example("network"));
    fixture.now = FIRST.plus(Duration.ofHours(12));
    assertThat(fixture.intake.evaluateAgain()).isZero();

    fixture.now = FIRST.plus(Duration.ofHours(12)).plusSeconds(1);
    assertThat(fixture.intake.evaluateAgain()).isEqualTo(1);
    assertThat(fixture.intake.evaluateAgain()).isZero();

    // It is still the configuration of the first hour.
    assertThat(asOf()).isEqualTo(FIRST);
    assertThat(fixture.ask("1")).isEqualTo(new Receipt.Unchanged());
  }

  @Test
  void other_rules_evaluate_it_again() throws IOException {
    fixture.take("network", "1", NetworkFixture.example("network"));
    fixture.transactions.change(
        writing -> {
          Handles.of(writing).execute("update network_snapshot set mark = '1 0'");
          Handles.of(writing).execute("update finding set status = 'CLOSED', closed_at = now()");
        });

    assertThat(fixture.intake.evaluateAgain()).isEqualTo(1);

    assertThat(fixture.list()).hasSize(3).allMatch(found -> found.status() == FindingStatus.ACTIVE);
    assertThat(fixture.ask("1")).isEqualTo(new Receipt.Unchanged());
  }

  @Test
  void an_evaluation_that_was_cut_short_is_done_again() throws IOException {
    fixture.take("network", "1", NetworkFixture.example("network"));
    fixture.transactions.change(
        writing -> fixture.networks.begin(writing, TENANT, "network", fixture.now));
    fixture.now = FIRST.plus(Duration.ofMinutes(29));
    assertThat(fixture.intake.evaluateAgain()).isZero();
    assertThat(fixture.ask("1")).isEqualTo(new Receipt.DocumentRequired());

    fixture.now = FIRST.plus(Duration.ofMinutes(31));
    assertThat(fixture.intake.evaluateAgain()).isEqualTo(1);
    assertThat(fixture.ask("1")).isEqualTo(new Receipt.Unchanged());
  }

  @Test
  void what_is_handed_in_once_more_is_as_of_now() throws IOException {
    fixture.take("network", "1", NetworkFixture.example("network"));
    fixture.now = FIRST.plus(Duration.ofHours(2));

    assertThat(fixture.ask("1")).isEqualTo(new Receipt.Unchanged());

    assertThat(asOf()).isEqualTo(fixture.now);
    assertThat(kept()).map(Kept::handedInAt).contains(fixture.now);
  }

  @Test
  void a_configuration_that_is_too_large_to_be_kept_is_refused() {
    byte[] noise = new byte[NetworkIntake.MOST_BYTES];
    new Random(1).nextBytes(noise);
    NetworkIntake.Handed handed =
        NetworkFixture.handed(
            Map.of("vpcs.json", "{\"Vpcs\": [], \"x\": \"" + text(noise) + "\"}"));

    assertThatExceptionOfType(OversizedConfigurationException.class)
        .isThrownBy(() -> fixture.intake.submit(TENANT, "network", "1", Optional.of(handed)))
        .withMessageContaining("more than the 67108864 that are kept of one network");
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_configuration_that_nobody_hands_in_any_more_is_forgotten() throws IOException {
    fixture.take("network", "1", NetworkFixture.example("network"));

    fixture.transactions.change(writing -> fixture.configurations.expire(writing, FIRST));
    assertThat(kept()).isPresent();
    fixture.transactions.change(
        writing -> fixture.configurations.expire(writing, FIRST.plusSeconds(1)));

    assertThat(kept()).isEmpty();
    fixture.now = FIRST.plus(Duration.ofDays(91));
    assertThat(fixture.intake.evaluateAgain()).isZero();
  }

  private static String text(byte[] noise) {
    return Base64.getEncoder().encodeToString(noise);
  }

  private Optional<Kept> kept() {
    return fixture.transactions.read(
        reading -> fixture.configurations.find(reading, TENANT, "network"));
  }

  private Instant asOf() {
    return fixture.report("i-web").map(NetworkReport::asOf).orElseThrow();
  }
}
