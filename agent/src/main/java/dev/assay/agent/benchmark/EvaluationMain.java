package dev.assay.agent.benchmark;

import dev.assay.agent.collect.EvidenceShape;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.report.PlainText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// The process that evaluates, and ends: what an evaluation takes of memory is the host's again
/// after it. Its words are the root, what is asked, the moment, and directories of content; what it
/// says on standard output is the evidence, or a sentence.
public final class EvaluationMain {
  static final int EVALUATED = 0;
  static final int NO_CONTENT = 10;
  static final int FAILED = 11;

  private EvaluationMain() {}

  public static void main(String[] arguments) throws IOException {
    int status;
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      status = run(Arrays.asList(arguments), out);
    }
    System.exit(status);
  }

  private static int run(List<String> words, OutputStream out) throws IOException {
    try {
      List<Path> directories = words.stream().skip(3).map(Path::of).toList();
      Outcome outcome =
          HostEvaluation.evaluate(
              Path.of(words.getFirst()),
              directories,
              Asked.valueOf(words.get(1)),
              Instant.parse(words.get(2)));
      return written(outcome, out);
    } catch (IOException | RuntimeException | OutOfMemoryError failure) {
      return written(new Outcome.Failed("the evaluation failed: " + failure), out);
    }
  }

  private static int written(Outcome outcome, OutputStream out) throws IOException {
    return switch (outcome) {
      case Outcome.Evaluated(var results) -> {
        out.write(
            JsonWriter.utf8(
                to ->
                    new ValueWriter(to)
                        .write(EvidenceShape.content(), new EvidenceContent.Benchmark(results))));
        yield EVALUATED;
      }
      case Outcome.NoContent(String why) -> said(why, out, NO_CONTENT);
      case Outcome.Failed(String why) -> said(why, out, FAILED);
    };
  }

  private static int said(String why, OutputStream out, int status) throws IOException {
    out.write(PlainText.line(why).getBytes(StandardCharsets.UTF_8));
    return status;
  }
}
