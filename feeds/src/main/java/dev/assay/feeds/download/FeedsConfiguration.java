package dev.assay.feeds.download;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.rows.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Which feeds to fetch from where: the content of `feeds.yaml`, whose comments are its
/// documentation.
///
/// @param notFetched what is knowingly left out
public record FeedsConfiguration(
    UpdateSettings settings, List<RemoteFeed> feeds, List<NotFetched> notFetched) {

  /// Public data that is not fetched, and why.
  public record NotFetched(String what, String reason) {}

  public FeedsConfiguration {
    feeds = List.copyOf(feeds);
    notFetched = List.copyOf(notFetched);
  }

  /// The file inside the jar: the publishers' own addresses.
  public static FeedsConfiguration bundled() {
    try {
      return parse(bundledText());
    } catch (IOException unreadable) {
      throw new IllegalStateException("feeds.yaml is part of this jar", unreadable);
    }
  }

  /// The text of the file inside the jar, to copy and change.
  public static String bundledText() throws IOException {
    try (InputStream input =
        Objects.requireNonNull(FeedsConfiguration.class.getResourceAsStream("feeds.yaml"))) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Reads a configuration.
  ///
  /// @throws InvalidConfigurationException where something is missing, misspelt or unsafe
  public static FeedsConfiguration parse(String yaml) {
    try {
      return ConfigurationReader.read(YamlReader.read(yaml));
    } catch (MalformedRecordException | IllegalArgumentException wrong) {
      throw new InvalidConfigurationException(String.valueOf(wrong.getMessage()));
    }
  }
}
