package dev.assay.agent.program;

import java.util.ArrayList;
import java.util.List;

/// The agent's file of settings: `name = value` on each line, the name as the option is called.
/// They hold where the command line says nothing else.
final class Configuration {
  private Configuration() {}

  /// The file's lines as words of a command line.
  ///
  /// @param name of the file, for complaints
  static List<String> words(String name, String text) {
    List<String> words = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String setting = equals < 0 ? "" : line.substring(0, equals).strip();
      if (!setting.matches("[a-z]+(-[a-z]+)*")) {
        throw new UnusableException(
            name + ", line " + number + ": expected a line like: server = https://…");
      }
      words.add("--" + setting + "=" + line.substring(equals + 1).strip());
    }
    return words;
  }
}
