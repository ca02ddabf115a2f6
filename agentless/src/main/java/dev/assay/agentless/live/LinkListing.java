package dev.assay.agentless.live;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `ls -ln` says of links of processes: `… /proc/1/exe -> /sbin/init` for executables, and
/// below `/proc/1/fd:` a line `… 5 -> socket:[4711]` for each open file, of which sockets are kept.
enum LinkListing {
  /// Odd characters are escaped: no name can look like a line of its own.
  ESCAPED,
  /// Names are as they are; a line that is none of a listing makes the whole unusable.
  PLAIN;

  private static final Pattern EXECUTABLE =
      Pattern.compile("[l?].*? (/proc/[0-9]+/exe)(?: -> (.*))?");
  private static final Pattern SOCKET = Pattern.compile("l.*? ([0-9]+) -> (socket:\\[[0-9]+])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-3][0-7]{2}|.)");
  private static final Pattern HEADER = Pattern.compile("(/proc/[0-9]+/fd):");
  private static final Pattern OTHER = Pattern.compile("|total .*|[l?].*");

  /// From BEL on, in the order of their numbers.
  private static final String CONTROLS = "abtnvfr";

  private static final int BELL = 7;

  /// Adds the links to a picture.
  ///
  /// @throws IOException if this is no listing
  void read(String listing, ProcPicture into) throws IOException {
    String directory = "";
    for (String line : listing.split("\n")) {
      Matcher header = HEADER.matcher(line);
      Matcher executable = EXECUTABLE.matcher(line);
      Matcher socket = SOCKET.matcher(line);
      if (header.matches()) {
        directory = header.group(1);
      } else if (directory.isEmpty() && executable.matches()) {
        String target = executable.group(2);
        into.link(executable.group(1), target == null ? "" : named(target));
      } else if (!directory.isEmpty() && socket.matches()) {
        into.link(directory + "/" + socket.group(1), socket.group(2));
      } else if (!OTHER.matcher(line).matches()) {
        throw new IOException("Its ls writes a line that was not understood.");
      }
    }
  }

  private String named(String target) {
    return switch (this) {
      case ESCAPED -> unescaped(target);
      case PLAIN -> target;
    };
  }

  /// As `ls -b` escapes: C's letters, three octal digits, and a space after a backslash.
  private static String unescaped(String name) {
    return ESCAPE
        .matcher(name)
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
  }

  private static String character(String escape) {
    int control = CONTROLS.indexOf(escape);
    if (escape.length() > 1) {
      return Character.toString(Integer.parseInt(escape, 8));
    }
    return control < 0 ? escape : Character.toString(BELL + control);
  }
}
