package dev.assay.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same pairs to dpkg and to us.
class DebAgainstDpkgTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  /// Reads lines of `left TAB relation TAB right`, asks dpkg whether the relation holds, and says
  /// its exit code: 0 yes, 1 no, 2 not a version.
  private static final String ASK_DPKG =
      """
      tab=$(printf '\\t')
      while IFS="$tab" read -r left relation right; do
        dpkg --compare-versions "$left" "$relation" "$right"
        echo $?
      done < "$QUESTIONS"
      """;

  private static final String ASK_PERL =
      """
      use strict; use warnings; use Dpkg::Version;
      open my $questions, '<', $ENV{QUESTIONS} or die;
      while (my $line = <$questions>) {
        chomp $line;
        my ($left, $right) = split /\\t/, $line;
        my ($a, $b) = map { Dpkg::Version->new($_, check => 1) } $left, $right;
        print defined $a && defined $b ? version_compare($left, $right) : 'refused', "\\n";
      }
      """;

  @Test
  void dpkgAgreesOnFiveThousandNearMisses() throws IOException, InterruptedException {
    PackageManager.assumeInstalled("dpkg", "--version");
    List<NearMisses.Pair> pairs = NearMisses.deb(20_251_124).pairs(6_000);
    var questions = new ArrayList<String>();
    var expected = new ArrayList<String>();
    for (NearMisses.Pair pair : pairs) {
      if (questions.size() < 5_000 && isAskable(pair.left()) && isAskable(pair.right())) {
        Outcome ours = Outcome.of(DebVersion::parse, pair);
        boolean refused = ours == Outcome.REFUSED;
        String question =
            pair.left() + '\t' + (refused ? "eq" : ours.relation()) + '\t' + pair.right();
        questions.add(question);
        expected.add((refused ? 2 : 0) + " " + question);
      }
    }
    List<String> codes = PackageManager.answers(directory, questions, "sh", "-c", ASK_DPKG);

    assertThat(questions).hasSize(5_000);
    assertThat(join(codes, questions)).isEqualTo(expected);
  }

  @Test
  @Tag("slow")
  void debiansPerlAgreesOnAHundredThousandNearMisses() throws IOException, InterruptedException {
    PackageManager.assumeInstalled("perl", "-MDpkg::Version", "-e", "1");
    List<String> questions = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (NearMisses.Pair pair : NearMisses.deb(7).pairs(160_000)) {
      if (questions.size() < 100_000 && isClean(pair.left()) && isClean(pair.right())) {
        String question = pair.left() + '\t' + pair.right();
        questions.add(question);
        expected.add(
            DebVersion.parse(pair.left()).compareTo(DebVersion.parse(pair.right()))
                + " "
                + question);
      }
    }
    List<String> answers = PackageManager.answers(directory, questions, "perl", "-e", ASK_PERL);

    assertThat(questions).hasSize(100_000);
    assertThat(join(answers, questions)).isEqualTo(expected);
  }

  /// What stands at the start of a command's argument or line must not be taken for an option or
  /// be eaten.
  private static boolean isAskable(String version) {
    return !version.startsWith("-");
  }

  /// Debian's Perl refuses what dpkg warns of, and takes blanks and signs otherwise.
  private static boolean isClean(String version) {
    try {
      return version.matches("[0-9A-Za-z.+~:-]+")
          && !version.startsWith("+")
          && DebVersion.parse(version).warning().isEmpty();
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  private static List<String> join(List<String> answers, List<String> questions) {
    assertThat(answers).hasSameSizeAs(questions);
    var joined = new ArrayList<String>();
    for (int i = 0; i < answers.size(); i++) {
      joined.add(answers.get(i) + " " + questions.get(i));
    }
    return joined;
  }
}
