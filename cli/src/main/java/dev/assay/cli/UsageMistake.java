package dev.assay.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one line what is wrong with a command line, and what may have been meant.
final class UsageMistake {
  private UsageMistake() {}

  static String words(ParameterException mistake) {
    return switch (mistake) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      default -> lowerFirst(mistake.getMessage() == null ? "wrong usage" : mistake.getMessage());
    };
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    String given = mistake.getUnmatched().getFirst();
    String what;
    if (given.startsWith("-")) {
      what = "unknown option";
    } else if (takesCommands(mistake.getCommandLine())) {
      what = "unknown command";
    } else {
      what = "unexpected argument";
    }
    List<String> meant = mistake.getSuggestions();
    return what
        + " '"
        + given
        + "'"
        + (meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?");
  }

  private static boolean takesCommands(CommandLine command) {
    return !command.getSubcommands().isEmpty();
  }

  private static String lowerFirst(String sentence) {
    return sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
  }
}
