package dev.assay.assessment.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of an answer.
///
/// @param next what to ask the following part with; empty where this is the last
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  /// The same page of other items.
  public <U> Page<U> map(Function<? super T, ? extends U> mapping) {
    return new Page<>(items.stream().<U>map(mapping).toList(), next);
  }
}
