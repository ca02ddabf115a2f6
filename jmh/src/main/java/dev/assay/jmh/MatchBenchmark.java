package dev.assay.jmh;

import dev.assay.match.VulnerabilityMatcher;
import dev.assay.model.Ecosystem;
import dev.assay.model.InstalledPackage;
import dev.assay.model.Inventory;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Packages a second on one core, the database's pages warm; see {@link Subject} for what is
/// matched against what. The counter `packages` of each benchmark is the figure.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MatchBenchmark {

  /// An open database and an inventory.
  @State(Scope.Benchmark)
  public static class Opened {
    private final VulnerabilityDatabase database;
    private final VulnerabilityMatcher matcher;
    private final Inventory inventory;
    private final Ecosystem ecosystem;

    public Opened() {
      try {
        Subject subject = Subject.fromProperties();
        database = VulnerabilityDatabase.open(subject.database());
        matcher = new VulnerabilityMatcher(database, Subject.today());
        inventory = subject.inventory();
        ecosystem = VulnerabilityMatcher.ecosystem(Objects.requireNonNull(inventory.os()));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @TearDown(Level.Trial)
    public void close() {
      database.close();
    }
  }

  /// Counts packages rather than inventories.
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counted {
    public long packages;
  }

  /// Every decision with its steps: who has which vulnerability.
  @Benchmark
  public void match(Opened opened, Counted counted, Blackhole blackhole) {
    blackhole.consume(opened.matcher.match(opened.inventory));
    counted.packages += opened.inventory.packages().size();
  }

  /// From inventory to findings, with all that is known of each vulnerability.
  @Benchmark
  public void assess(Opened opened, Counted counted, Blackhole blackhole) {
    blackhole.consume(opened.matcher.assess(opened.inventory));
    counted.packages += opened.inventory.packages().size();
  }

  /// Only the lookups: what may hold for each installed version.
  @Benchmark
  public void candidates(Opened opened, Counted counted, Blackhole blackhole) {
    for (InstalledPackage installed : opened.inventory.packages()) {
      blackhole.consume(
          opened.database.candidates(opened.ecosystem, installed.name(), installed.version()));
    }
    counted.packages += opened.inventory.packages().size();
  }
}
