package dev.assay.feeds.download;

import java.net.URI;
import java.util.regex.Pattern;

/// A repository for each topic of a catalogue (`extras-catalog.json` of Amazon Linux 2).
///
/// @param path the directory in the cache, with `{topic}` in it
/// @param mirrorList the address of each topic's mirror list, with `{topic}` in it
public record RpmRepositories(URI catalogue, String path, String mirrorList, long largest)
    implements FeedSource {
  static final String TOPIC = "{topic}";
  private static final Pattern SAFE_TOPIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,60}");

  public RpmRepositories {
    if (!path.contains(TOPIC) || !mirrorList.contains(TOPIC)) {
      throw new InvalidConfigurationException(
          "A path and a mirror list for each topic must have " + TOPIC + ": " + path);
    }
  }

  static boolean isTopic(String name) {
    return SAFE_TOPIC.matcher(name).matches();
  }

  RpmRepository of(String topic) {
    return new RpmRepository(
        new CachePath(path.replace(TOPIC, topic)),
        new RpmRepository.Listed(URI.create(mirrorList.replace(TOPIC, topic))),
        largest,
        true);
  }

  /// What the paths of all topics begin with.
  String pathPrefix() {
    return path.substring(0, path.indexOf(TOPIC));
  }
}
