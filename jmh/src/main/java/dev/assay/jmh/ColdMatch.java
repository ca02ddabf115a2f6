package dev.assay.jmh;

import dev.assay.model.Ecosystem;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Packages a second of a process that has just begun: opens the database, asks for every name of
/// every ecosystem once in a random order, at most 20,000, and prints what that took: elapsed, and
/// as CPU time of the whole process, its compiler threads included. Same properties as {@link
/// MatchBenchmark}.
public final class ColdMatch {
  private static final int MOST = 20_000;

  private ColdMatch() {}

  public static void main(String[] args) throws IOException {
    MatchBenchmark.Settings settings = MatchBenchmark.Settings.fromProperties();
    List<Question> questions = questions(settings);
    Duration cpu = cpu();
    long start = System.nanoTime();
    long found = 0;
    try (VulnerabilityDatabase database = VulnerabilityDatabase.open(settings.database())) {
      long opened = System.nanoTime();
      for (Question question : questions) {
        found += database.candidates(question.ecosystem(), question.name(), "1.0-1").size();
      }
      long done = System.nanoTime();
      System.out.printf(
          "opened in %.1f ms; %d packages in %.1f ms; %d CPU ms in all; %d candidates%n",
          (opened - start) / 1e6,
          questions.size(),
          (done - opened) / 1e6,
          cpu().minus(cpu).toMillis(),
          found);
    }
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static List<Question> questions(MatchBenchmark.Settings settings) throws IOException {
    List<Question> questions = new ArrayList<>();
    try (VulnerabilityDatabase database = VulnerabilityDatabase.open(settings.database())) {
      for (Ecosystem ecosystem : database.ecosystems()) {
        for (String name : database.packageNames(ecosystem)) {
          questions.add(new Question(ecosystem, name));
        }
      }
    }
    Collections.shuffle(questions, new Random(1));
    return questions.subList(0, Math.min(MOST, questions.size()));
  }

  private record Question(Ecosystem ecosystem, String name) {}
}
