package dev.assay.feeds.vulnrichment;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.cvss.CvssVectors;
import dev.assay.feeds.json.JsonValue;
import dev.assay.model.CvssScore;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one provider says of a vulnerability.
final class Container {
  private static final Pattern WEAKNESS = Pattern.compile("\\ACWE-[0-9]{1,5}\\b");

  /// The metrics that hold a CVSS vector, newest version last.
  private static final List<String> CVSS = List.of("cvssV2_0", "cvssV3_0", "cvssV3_1", "cvssV4_0");

  private final JsonValue container;
  private final String provider;

  /// @param unnamed the provider's name where the container does not state it
  Container(JsonValue container, String unnamed) {
    this.container = container;
    JsonValue metadata = container.optional("providerMetadata");
    String name = metadata == null ? null : metadata.optionalText("shortName");
    this.provider = name == null ? unnamed : name;
  }

  /// The scores that the provider gave; their base scores are computed from the vectors.
  Stream<CvssScore> scores(Rejections rejections) {
    List<CvssScore> scores = new ArrayList<>();
    for (JsonValue metric : container.elements("metrics")) {
      for (String kind : CVSS) {
        try {
          JsonValue stated = metric.optional(kind);
          String vector = stated == null ? null : stated.optionalText("vectorString");
          if (vector != null) {
            scores.add(CvssVectors.score(provider, vector));
          }
        } catch (MalformedRecordException malformed) {
          rejections.reject(
              new MalformedRecordException(
                  metric.path() + "." + kind + ": " + malformed.problem(), malformed));
        }
      }
    }
    return scores.stream();
  }

  /// The CWEs that it names: by their ids or, where a CNA wrote prose, by the prose's beginning.
  Stream<String> weaknesses() {
    return container.elements("problemTypes").stream()
        .flatMap(type -> type.elements("descriptions").stream())
        .flatMap(
            description ->
                Stream.of(description.textOrEmpty("cweId"), description.textOrEmpty("description")))
        .map(text -> WEAKNESS.matcher(text.strip()))
        .filter(Matcher::find)
        .map(Matcher::group);
  }

  Stream<String> references() {
    return container.elements("references").stream()
        .map(reference -> reference.textOrEmpty("url").strip())
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"));
  }

  boolean disputed() {
    return container.elements("tags").stream()
        .anyMatch(tag -> tag.isText() && "disputed".equals(tag.text()));
  }

  /// CISA's SSVC decisions; those of CNAs have points of their own.
  Stream<Decision> decisions() {
    if (!provider.equals("CISA-ADP")) {
      return Stream.empty();
    }
    return container.elements("metrics").stream()
        .map(metric -> metric.optional("other"))
        .filter(other -> other != null && "ssvc".equals(other.optionalText("type")))
        .map(other -> new Decision(other.member("content")));
  }
}
