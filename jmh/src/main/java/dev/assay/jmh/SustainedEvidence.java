package dev.assay.jmh;

import dev.assay.awsapi.assay.EvidenceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// `SustainedEvidence URL CREDENTIALS SERVER SECONDS CHANGED UNCHANGED`: hands evidence in over
/// HTTP, so many changed inventories a second, then so many unchanged ones, whether the service
/// keeps up or not. A latency is counted from the moment at which the evidence was due. `SERVER` is
/// the service's process; PostgreSQL's are its descendants.
public final class SustainedEvidence {
  private static final int HOSTS = 100;
  private static final int WARMING_ROUNDS = 4;

  private final EvidenceDoor door;
  private final ProcessHandle server;
  private final ManyHosts hosts;

  private SustainedEvidence(EvidenceDoor door, ProcessHandle server, ManyHosts hosts) {
    this.door = door;
    this.server = server;
    this.hosts = hosts;
  }

  public static void main(String[] args) throws IOException {
    SustainedEvidence measured =
        new SustainedEvidence(
            EvidenceDoor.of(args[0], Path.of(args[1])),
            ProcessHandle.of(Long.parseLong(args[2])).orElseThrow(),
            new ManyHosts(Subject.fromProperties().inventory()));
    int seconds = Integer.parseInt(args[3]);
    int changed = Integer.parseInt(args[4]);
    int unchanged = Integer.parseInt(args[5]);
    for (int version = 0; version < WARMING_ROUNDS; version++) {
      measured.sendAll(version);
    }
    List<EvidenceDoor.Ready> work = new ArrayList<>();
    for (int i = 0; i < seconds * changed; i++) {
      work.add(measured.evidence(i % HOSTS, WARMING_ROUNDS + i / HOSTS));
    }
    measured.measure("changed", changed, work, EvidenceStatus.ACCEPTED);
    List<EvidenceDoor.Ready> last = work.subList(Math.max(0, work.size() - HOSTS), work.size());
    List<EvidenceDoor.Ready> again = new ArrayList<>();
    for (int i = 0; i < seconds * unchanged; i++) {
      again.add(last.get(i % last.size()));
    }
    // What was not measured makes it warm.
    again.subList(0, Math.min(again.size(), 2 * unchanged)).forEach(EvidenceDoor.Ready::send);
    measured.measure("unchanged", unchanged, again, EvidenceStatus.UNCHANGED);
  }

  private void sendAll(int version) {
    for (int host = 0; host < HOSTS; host++) {
      evidence(host, version).send();
    }
  }

  private EvidenceDoor.Ready evidence(int host, int version) {
    return door.evidence("host-" + host, hosts.document(host, version));
  }

  private void measure(
      String what, int rate, List<EvidenceDoor.Ready> work, EvidenceStatus expected) {
    ConcurrentLinkedQueue<Double> latencies = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    Duration clientBefore = spent(Stream.of(ProcessHandle.current()));
    Duration serverBefore = spent(serving());
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < work.size(); i++) {
        long due = start + i * 1_000_000_000L / rate;
        LockSupport.parkNanos(due - System.nanoTime());
        EvidenceDoor.Ready one = work.get(i);
        senders.execute(
            () -> {
              try {
                EvidenceStatus status = one.send();
                if (status.equals(expected)) {
                  latencies.add((System.nanoTime() - due) / 1e6);
                } else {
                  failures.add(status.toString());
                }
              } catch (RuntimeException failure) {
                failures.add(failure.toString());
              }
            });
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double here =
        spent(Stream.of(ProcessHandle.current())).minus(clientBefore).toNanos() / 1e6 / work.size();
    double there = spent(serving()).minus(serverBefore).toNanos() / 1e6 / work.size();
    double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-10s %d a second asked, %.1f done; median %.1f ms, p99 %.1f ms; CPU %.2f ms of the"
            + " service, %.2f ms of this client; %d failed %s%n",
        what,
        rate,
        latencies.size() / seconds,
        at(sorted, 0.5),
        at(sorted, 0.99),
        there,
        here,
        failures.size(),
        Arrays.toString(failures.stream().distinct().limit(3).toArray()));
  }

  private static double at(double[] sorted, double part) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * part)];
  }

  private Stream<ProcessHandle> serving() {
    return Stream.concat(Stream.of(server), server.descendants());
  }

  private static Duration spent(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
