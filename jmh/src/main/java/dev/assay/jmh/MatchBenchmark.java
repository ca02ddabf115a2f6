package dev.assay.jmh;

import dev.assay.model.Ecosystem;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/// Packages a second on one core, the database's pages warm: `-Ddb=FILE`, and perhaps
/// `-Dpackages=DPKG_STATUS` and `-Decosystem=debian:12`. An operation is one package.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MatchBenchmark {
  private static final Settings SETTINGS = Settings.fromProperties();

  private final VulnerabilityDatabase database;
  private final Ecosystem ecosystem;
  private final List<DpkgPackages.Installed> packages;
  private int next;

  public MatchBenchmark() {
    ecosystem = SETTINGS.ecosystem();
    try {
      database = VulnerabilityDatabase.open(SETTINGS.database());
      packages = DpkgPackages.read(SETTINGS.packages()).packages();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    database.close();
  }

  /// What may hold for the installed version.
  @Benchmark
  public void candidates(Blackhole blackhole) {
    DpkgPackages.Installed installed = nextPackage();
    blackhole.consume(database.candidates(ecosystem, installed.name(), installed.version()));
  }

  /// All that is said of the name.
  @Benchmark
  public void statements(Blackhole blackhole) {
    blackhole.consume(database.statements(ecosystem, nextPackage().name()));
  }

  private DpkgPackages.Installed nextPackage() {
    next = next + 1 < packages.size() ? next + 1 : 0;
    return packages.get(next);
  }

  /// What to measure with.
  record Settings(Path database, Path packages, Ecosystem ecosystem) {
    static Settings fromProperties() {
      String database = System.getProperty("db");
      if (database == null) {
        throw new IllegalArgumentException("Name a database: -Ddb=FILE");
      }
      return new Settings(
          Path.of(database),
          Path.of(System.getProperty("packages", "/var/lib/dpkg/status")),
          Ecosystem.parse(System.getProperty("ecosystem", "debian:12")));
    }
  }
}
