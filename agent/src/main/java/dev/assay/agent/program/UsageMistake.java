package dev.assay.agent.program;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one line what is wrong with a command line, and what may have been meant.
public final class UsageMistake {
  private static final String ERROR = "Error: ";

  private UsageMistake() {}

  /// The sentence, without a full stop.
  public static String words(ParameterException mistake) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return what(mistake) + "; see '" + command + " --help'";
  }

  private static String what(ParameterException mistake) {
    return switch (mistake) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      default -> plain(mistake.getMessage() == null ? "wrong usage" : mistake.getMessage());
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
        + (meant.isEmpty() ? "" : " (did you mean " + String.join(" or ", meant) + "?)");
  }

  private static boolean takesCommands(CommandLine command) {
    return !command.getSubcommands().isEmpty();
  }

  /// As a part of a sentence, without what picocli says only of groups of options.
  private static String plain(String message) {
    String sentence = message.startsWith(ERROR) ? message.substring(ERROR.length()) : message;
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
