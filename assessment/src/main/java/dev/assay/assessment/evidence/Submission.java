package dev.assay.assessment.evidence;

import dev.assay.assessment.resource.ResourceDetails;
import dev.assay.assessment.resource.ResourceKey;
import java.util.Map;
import java.util.Optional;

/// Evidence of one resource.
///
/// @param mark the collector's own mark of the document, such as its hash: while it stays the same,
///     so does the document
/// @param document the inventory as a JSON document; empty to ask whether the mark is known
public record Submission(
    ResourceKey resource,
    ResourceDetails details,
    Map<String, String> tags,
    String mark,
    Optional<String> document) {
  private static final int LONGEST_MARK = 128;

  public Submission {
    tags = Map.copyOf(tags);
    if (mark.isBlank() || mark.length() > LONGEST_MARK) {
      throw new InvalidEvidenceException(
          "a document's mark has from 1 to " + LONGEST_MARK + " characters");
    }
  }
}
