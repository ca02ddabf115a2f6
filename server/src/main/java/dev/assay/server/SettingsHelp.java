package dev.assay.server;

import dev.assay.server.setting.Setting;

/// What `--help` says of the settings.
public final class SettingsHelp {
  private static final int INDENT = 8;
  private static final int WIDTH = 92;

  private SettingsHelp() {}

  /// A paragraph for each setting.
  public static String text() {
    StringBuilder text = new StringBuilder();
    for (Setting<?> setting : Setting.all()) {
      text.append("  ").append(setting.flag()).append(' ').append(setting.value()).append('\n');
      String meaning =
          setting.meaning().replace("`", "")
              + setting.standard().map(standard -> " Default: " + standard + ".").orElse("");
      wrap(text, meaning);
    }
    return text.toString();
  }

  private static void wrap(StringBuilder text, String words) {
    int column = 0;
    for (String word : words.split(" ")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      }
      text.append(column == 0 ? " ".repeat(INDENT) : " ").append(word);
      column += (column == 0 ? INDENT : 1) + word.length();
    }
    text.append('\n');
  }
}
