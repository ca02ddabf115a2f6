package dev.assay.feeds.cvss;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.CvssScore;
import java.util.Optional;
import us.springett.cvss.Cvss;
import us.springett.cvss.Score;

/// Reads a CVSS vector and computes its base score: v2 (with or without its `(…)` or `CVSS2#`),
/// v3.0, v3.1 and v4.0.
public final class CvssVectors {
  /// The longest vector with every optional metric of v4.0 has about 200 characters.
  private static final int LONGEST = 300;

  private CvssVectors() {}

  /// Reads and scores a vector.
  ///
  /// @throws MalformedRecordException where the text is none, quoting it
  public static CvssScore score(String scorer, String vector) {
    return scoreLenient(scorer, vector)
        .orElseThrow(
            () ->
                new MalformedRecordException(
                    "Not a CVSS vector: \""
                        + vector.substring(0, Math.min(vector.length(), LONGEST))
                        + "\""));
  }

  /// As {@link #score}, empty where the text is no vector.
  public static Optional<CvssScore> scoreLenient(String scorer, String vector) {
    String plain = plain(vector);
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Cvss parsed = Cvss.fromVector(plain);
      if (parsed == null) {
        return Optional.empty();
      }
      Score score = parsed.calculateScore();
      return Optional.of(new CvssScore(scorer, version(plain), plain, score.getBaseScore()));
    } catch (RuntimeException refused) {
      // the library refuses with whatever its parser happened to meet
      return Optional.empty();
    }
  }

  private static String plain(String vector) {
    String plain = vector.strip();
    if (plain.startsWith("CVSS2#")) {
      plain = plain.substring("CVSS2#".length());
    }
    if (plain.startsWith("(") && plain.endsWith(")")) {
      plain = plain.substring(1, plain.length() - 1);
    }
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }

  private static String version(String vector) {
    return vector.startsWith("CVSS:") && vector.length() > 8 ? vector.substring(5, 8) : "2.0";
  }
}
