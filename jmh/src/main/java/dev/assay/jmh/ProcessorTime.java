package dev.assay.jmh;

import dev.assay.store.Database;
import dev.assay.store.Handles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Processor time of this process and of a PostgreSQL server on the same machine, read from Linux's
/// proc(5).
final class ProcessorTime {
  private static final double MILLISECONDS_A_TICK = 10;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private final List<Long> server;

  private ProcessorTime(List<Long> server) {
    this.server = server;
  }

  /// Of the processes that the server has now.
  static ProcessorTime of(Database database) {
    return new ProcessorTime(
        database
            .transactions()
            .read(
                reading ->
                    Handles.of(reading)
                        .createQuery("select pid from pg_stat_activity")
                        .mapTo(Long.class)
                        .list()));
  }

  /// In milliseconds.
  record Reading(double here, double server) {
    Reading since(Reading earlier) {
      return new Reading(here - earlier.here, server - earlier.server);
    }
  }

  Reading now() {
    double here =
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    return new Reading(here, server.stream().mapToDouble(ProcessorTime::milliseconds).sum());
  }

  private static double milliseconds(long process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      return MILLISECONDS_A_TICK
          * (Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(SYSTEM_TIME)));
    } catch (IOException ended) {
      return 0;
    }
  }
}
