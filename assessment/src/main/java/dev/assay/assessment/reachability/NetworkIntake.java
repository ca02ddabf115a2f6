package dev.assay.assessment.reachability;

import dev.assay.assessment.evidence.Receipt;
import dev.assay.assessment.finding.FindingStore;
import dev.assay.assessment.reachability.ConfigurationStore.Due;
import dev.assay.assessment.reachability.ConfigurationStore.Evaluated;
import dev.assay.assessment.reachability.ConfigurationStore.Kept;
import dev.assay.assessment.reachability.NetworkSettlement.Turn;
import dev.assay.assessment.resource.ResourceStore;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.network.snapshot.Listings.Listing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes snapshots of a network's configuration in: keeps the newest of each network, evaluates it,
/// makes its instances known as hosts, and brings the hosts' findings up to date. The snapshot
/// counts as known only when all of it is done. What is kept is evaluated again when the rules have
/// changed, when its evaluation was cut short, and every twelve hours.
public final class NetworkIntake {
  /// How many bytes of compressed files are kept of a network.
  public static final int MOST_BYTES = 64 << 20;

  private static final Duration EVERY = Duration.ofHours(12);

  /// What was begun longer ago and has not ended was cut short.
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int DUE_AT_ONCE = 10;

  private final Transactions transactions;
  private final NetworkStore networks;
  private final ConfigurationStore configurations;
  private final NetworkSettlement settlement;
  private final InstantSource clock;

  public NetworkIntake(
      Transactions transactions,
      ResourceStore resources,
      NetworkStore networks,
      ConfigurationStore configurations,
      FindingStore findings,
      InstantSource clock) {
    this.transactions = transactions;
    this.networks = networks;
    this.configurations = configurations;
    this.settlement = new NetworkSettlement(transactions, resources, networks, findings, clock);
    this.clock = clock;
  }

  /// A snapshot that is handed in.
  ///
  /// @param configuration what its files describe
  public record Handed(ConfigurationFiles files, Configuration configuration) {}

  /// Takes a snapshot.
  ///
  /// @param network the name under which later snapshots take this one's place
  /// @param mark the collector's mark of it
  /// @param handed empty to ask whether the mark is known
  /// @throws SupersededException where a later snapshot of the network came meanwhile
  /// @throws OversizedConfigurationException where it is too large to be kept
  public Receipt submit(Tenant tenant, String network, String mark, Optional<Handed> handed) {
    return handed.isPresent()
        ? take(tenant, network, mark, handed.get())
        : recognise(tenant, network, mark);
  }

  private Receipt recognise(Tenant tenant, String network, String mark) {
    return transactions.write(
        writing -> {
          Optional<String> known = networks.mark(writing, tenant, network);
          if (!known.equals(Optional.of(whole(mark)))) {
            return new Receipt.DocumentRequired();
          }
          networks.confirm(writing, tenant, network, clock.instant());
          configurations.confirm(writing, tenant, network, clock.instant());
          return new Receipt.Unchanged();
        });
  }

  private Receipt take(Tenant tenant, String network, String mark, Handed handed) {
    Instant now = clock.instant();
    byte[] zip = handed.files().zip();
    if (zip.length > MOST_BYTES) {
      throw new OversizedConfigurationException(zip.length, MOST_BYTES);
    }
    long number =
        transactions.write(
            writing -> {
              long turn = networks.begin(writing, tenant, network, now);
              configurations.keep(writing, tenant, network, new Kept(mark, zip, now));
              return turn;
            });
    return evaluate(new Turn(tenant, network, number, now), whole(mark), handed.configuration());
  }

  private Receipt evaluate(Turn turn, String mark, Configuration configuration) {
    Set<Listing> expected =
        transactions
            .read(reading -> networks.listings(reading, turn.tenant(), turn.network()))
            .stream()
            .map(Listing::parse)
            .collect(Collectors.toSet());
    Receipt receipt =
        settlement.settle(turn, new NetworkEvaluation(turn.tenant(), configuration, expected));
    transactions.change(
        writing -> {
          settlement.check(writing, turn);
          networks.end(
              writing,
              turn.tenant(),
              turn.network(),
              mark,
              configuration.listings().whole().stream()
                  .map(Listing::text)
                  .collect(Collectors.toSet()),
              clock.instant());
        });
    return receipt;
  }

  /// With the rules that it was evaluated by.
  private static String whole(String mark) {
    return mark + " " + NetworkEvaluation.RULES;
  }

  /// Evaluates again what is due.
  ///
  /// @return how many networks
  public int evaluateAgain() {
    Instant now = clock.instant();
    Evaluated by = new Evaluated(NetworkEvaluation.RULES, now.minus(EVERY), now.minus(LONGEST));
    List<Due> due = transactions.read(reading -> configurations.due(reading, by, DUE_AT_ONCE));
    int done = 0;
    for (Due each : due) {
      done += evaluateAgain(each) ? 1 : 0;
    }
    return done;
  }

  private boolean evaluateAgain(Due due) {
    Optional<Kept> kept =
        transactions.read(reading -> configurations.find(reading, due.tenant(), due.network()));
    if (kept.isEmpty()) {
      return false;
    }
    Configuration configuration = ConfigurationFiles.ofZip(kept.get().zip()).read();
    long number =
        transactions.write(
            writing -> networks.begin(writing, due.tenant(), due.network(), clock.instant()));
    try {
      evaluate(
          new Turn(due.tenant(), due.network(), number, kept.get().handedInAt()),
          whole(kept.get().mark()),
          configuration);
      return true;
    } catch (SupersededException later) {
      return false;
    }
  }
}
