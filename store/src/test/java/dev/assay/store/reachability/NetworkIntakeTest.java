package dev.assay.store.reachability;

import static dev.assay.store.reachability.NetworkFixture.TENANT;
import static dev.assay.store.reachability.NetworkFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.finding.FindingStatus;
import dev.assay.assessment.reachability.NetworkIntake;
import dev.assay.assessment.reachability.SupersededException;
import dev.assay.assessment.tenant.Tenant;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The example network, through the service's own door.
final class NetworkIntakeTest {
  private static final Tenant OTHER = Tenant.of("444455556666", "eu-central-1");

  private NetworkFixture fixture;

  @BeforeEach
  void open() {
    fixture = new NetworkFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void a_snapshot_is_known_once_it_was_taken_in() throws IOException {
    assertThat(fixture.ask("1")).isEqualTo(new Receipt.DocumentRequired());
    assertThat(fixture.take("network", "1", example())).isEqualTo(new Receipt.Assessed(3, 3, 0));

    assertThat(fixture.ask("1")).isEqualTo(new Receipt.Unchanged());
    assertThat(fixture.ask("2")).isEqualTo(new Receipt.DocumentRequired());
    assertThat(fixture.take("network", "2", example())).isEqualTo(new Receipt.Assessed(3, 0, 0));
  }

  @Test
  void another_account_sees_nothing_of_it() throws IOException {
    fixture.take("network", "1", example());

    assertThat(fixture.intake.submit(OTHER, "network", "1", Optional.empty()))
        .isEqualTo(new Receipt.DocumentRequired());
    assertThat(fixture.list(OTHER)).isEmpty();
  }

  @Test
  void what_an_overtaken_snapshot_says_of_hosts_is_not_kept() throws IOException {
    NetworkIntake.Handed example = NetworkFixture.handed(example());
    NetworkIntake overtaken = fixture.intake(new Overtaken(fixture.networks));

    assertThatExceptionOfType(SupersededException.class)
        .isThrownBy(() -> overtaken.submit(TENANT, "network", "1", Optional.of(example)));

    assertThat(fixture.list()).isEmpty();
    assertThat(fixture.ask("1")).isEqualTo(new Receipt.DocumentRequired());
  }

  @Test
  void networks_of_other_names_stay_as_they_are() throws IOException {
    fixture.take("one", "1", example());

    fixture.take("two", "1", nothing());

    assertThat(fixture.list()).hasSize(3).allMatch(found -> found.status() == FindingStatus.ACTIVE);
    fixture.take("one", "2", nothing());
    assertThat(fixture.list()).hasSize(3).allMatch(found -> found.status() == FindingStatus.CLOSED);
  }

  @Test
  void a_host_of_the_snapshot_no_more_has_no_report() throws IOException {
    fixture.take("network", "1", example());
    assertThat(fixture.report("i-web")).isPresent();

    fixture.take("network", "2", nothing());

    assertThat(fixture.report("i-web")).isEmpty();
  }

  private static Map<String, String> example() throws IOException {
    return NetworkFixture.example("network");
  }
}
