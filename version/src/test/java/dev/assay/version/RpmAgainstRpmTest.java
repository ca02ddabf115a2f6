package dev.assay.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same pairs to rpm's own Lua and to us.
class RpmAgainstRpmTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private static final String ASK_RPM =
      """
      for line in io.lines(os.getenv("QUESTIONS")) do
        local tab = line:find("\\t", 1, true)
        local known, order = pcall(rpm.vercmp, line:sub(1, tab - 1), line:sub(tab + 1))
        io.write(known and order or "refused", "\\n")
      end
      """;

  @Test
  void rpmAgreesOnThreeThousandNearMisses() throws IOException, InterruptedException {
    compare(4, 3_000);
  }

  @Test
  @Tag("slow")
  void rpmAgreesOnAHundredThousandNearMisses() throws IOException, InterruptedException {
    compare(5, 100_000);
  }

  private void compare(long seed, int count) throws IOException, InterruptedException {
    PackageManager.assumeInstalled("rpm", "--version");
    Path program = Files.writeString(directory.resolve("ask.lua"), ASK_RPM);
    var questions = new ArrayList<String>();
    var expected = new ArrayList<Outcome>();
    for (NearMisses.Pair pair : NearMisses.rpm(seed).pairs(count)) {
      questions.add(pair.left() + '\t' + pair.right());
      expected.add(Outcome.of(RpmVersion::parse, pair));
    }
    List<String> answers =
        PackageManager.answers(
                directory, questions, "rpm", "--eval", "%{lua: dofile(\"" + program + "\")}")
            .stream()
            .filter(line -> !line.isEmpty())
            .toList();

    assertThat(answers).hasSameSizeAs(questions);
    var differences = new ArrayList<String>();
    for (int i = 0; i < questions.size(); i++) {
      if (outcome(answers.get(i)) != expected.get(i)) {
        differences.add(questions.get(i) + ": rpm " + answers.get(i) + ", we " + expected.get(i));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static Outcome outcome(String answer) {
    return answer.equals("refused") ? Outcome.REFUSED : Outcome.of(Integer.parseInt(answer));
  }
}
