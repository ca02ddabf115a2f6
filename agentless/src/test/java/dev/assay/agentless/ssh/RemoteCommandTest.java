package dev.assay.agentless.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RemoteCommandTest {
  private static final String LETTERS = "ab '\"\\$`!*;&|<>(){}[]#~\n\t-é";

  @Test
  void a_shell_hands_on_every_word_as_it_was() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 40; i++) {
      List<String> words = new ArrayList<>(List.of("printf", "%s\\0"));
      for (int word = 0; word < 5; word++) {
        words.add(word(random));
      }
      Process shell = new ProcessBuilder("sh", "-c", RemoteCommand.line(words)).start();
      String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).isEqualTo(String.join("\0", words.subList(2, words.size())) + "\0");
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder("w");
    for (int i = random.nextInt(8); i > 0; i--) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
