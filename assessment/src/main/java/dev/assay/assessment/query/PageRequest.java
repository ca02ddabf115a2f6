package dev.assay.assessment.query;

import java.util.Optional;

/// Which part of an answer.
///
/// @param size at most so many
/// @param after what the page before gave as its `next`; empty for the first page
public record PageRequest(int size, Optional<String> after) {
  public PageRequest {
    if (size < 1) {
      throw new IllegalArgumentException("A page of " + size);
    }
  }

  public static PageRequest first(int size) {
    return new PageRequest(size, Optional.empty());
  }
}
