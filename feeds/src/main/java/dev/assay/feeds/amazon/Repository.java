package dev.assay.feeds.amazon;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.Ecosystem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A repository of Amazon Linux.
///
/// @param name `core`, `extras:docker`, `livepatch`, or one beside the core by its own name
record Repository(Ecosystem release, String name) {
  private static final Pattern SHORT =
      Pattern.compile("amazon-linux(?:-(?<release>ami|\\d{1,4}))?(?:---(?<part>\\S+))?");

  /// Extras topics are case-sensitive names (`amazon-linux-extras enable R4`), which a mirror's
  /// path keeps and a collection's short name does not.
  private static final Pattern TOPIC_IN_PATH = Pattern.compile("(?:^|/)2/extras/([^/]+)/");

  /// Topics that the short name writes otherwise than `amazon-linux-extras` does.
  private static final Map<String, String> TOPICS =
      Map.of(
          "graphicsmagick1.3", "GraphicsMagick1.3",
          "nitro-enclaves", "aws-nitro-enclaves-cli",
          "r3.4", "R3.4",
          "r4", "R4",
          "unbound", "unbound1.13",
          "unbound-1.17", "unbound1.17");

  /// Reads a collection's short name.
  ///
  /// @throws MalformedRecordException where it is no repository of Amazon Linux
  static Repository parse(String shortName, String path) {
    Matcher matcher = SHORT.matcher(shortName);
    if (!matcher.matches()) {
      throw new MalformedRecordException(
          "\"" + shortName + "\" is no collection of Amazon Linux that is known");
    }
    String release = matcher.group("release");
    String number = release == null || release.equals("ami") ? "1" : release;
    String part = matcher.group("part");
    return new Repository(
        new Ecosystem("amazon", number), part == null ? "core" : name(number, part, path));
  }

  private static String name(String release, String part, String path) {
    if (part.equals("livepatch") || part.equals("kernel-livepatch")) {
      return "livepatch";
    }
    if (!release.equals("2")) {
      return part;
    }
    Matcher topic = TOPIC_IN_PATH.matcher(path);
    return "extras:" + (topic.find() ? topic.group(1) : TOPICS.getOrDefault(part, part));
  }

  /// The page of a bulletin.
  String page(String bulletin) {
    String folder = release.release().equals("1") ? "" : "AL" + release.release() + "/";
    return "https://alas.aws.amazon.com/" + folder + bulletin + ".html";
  }
}
