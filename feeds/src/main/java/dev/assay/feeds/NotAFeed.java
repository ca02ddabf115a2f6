package dev.assay.feeds;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises what lies beside feeds and is none, by its name: licences, read-me files,
/// checksums, signatures, scripts, and the test data of programs. Asked only for what no importer
/// recognises, but for test data, which looks like a feed.
final class NotAFeed {
  private static final Pattern TEST_DATA = Pattern.compile("(^|/)(testdata|fixtures)/");
  private static final Pattern COMPANION =
      Pattern.compile(
          "(readme|licen[cs]e|copying|notice|authors|changelog|contributing|security|code_of_conduct"
              + "|sha(1|256|512)sums|md5sums|release)([.-](md|txt|rst|html))?|manifest\\.json");
  private static final Pattern SUFFIX =
      Pattern.compile(".*\\.(md|asc|sig|sha1|sha256|sha512|md5|sh|py|js|html?|hook|etag)|\\.[^.]+");
  private static final Pattern DIRECTORY = Pattern.compile("(^|/)(\\.github|LICENSES)/");

  private NotAFeed() {}

  /// Why the path is skipped without looking at it.
  static Optional<String> skipped(String path) {
    return TEST_DATA.matcher(path).find() ? Optional.of("test data") : Optional.empty();
  }

  static Optional<String> companion(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean companion =
        COMPANION.matcher(name).matches()
            || SUFFIX.matcher(name).matches()
            || DIRECTORY.matcher(path).find();
    return companion ? Optional.of("not a feed") : Optional.empty();
  }
}
