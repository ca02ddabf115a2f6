package dev.assay.feeds.rocky;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.Ecosystem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A product of Rocky Linux: `Rocky Linux 8`, or an interest group's repository beside it,
/// `Rocky Linux SIG Cloud 8`.
///
/// @param repository empty for the release's own repositories, else `sig-cloud`
record Product(Ecosystem release, String repository) {
  private static final Pattern NAME =
      Pattern.compile("Rocky Linux (?:(SIG \\w+) )?(\\d{1,2})(?:\\.\\d{1,2})?(?: \\w+)?");

  /// @throws MalformedRecordException where the text names no product that is known
  static Product parse(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.matches()) {
      throw new MalformedRecordException(
          "\"" + text + "\" is no product of Rocky Linux that is known");
    }
    String group = name.group(1);
    return new Product(
        new Ecosystem("rocky", name.group(2)),
        group == null ? "" : group.toLowerCase(Locale.ROOT).replace(' ', '-'));
  }
}
