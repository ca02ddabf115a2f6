package dev.assay.network.reader;

import dev.assay.network.snapshot.Gap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads a record that may be unusable: then it is named, and the rest is read all the same.
final class Guarded {
  private Guarded() {}

  static <T> Optional<T> read(String id, List<Gap> gaps, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException unusable) {
      gaps.add(
          new Gap(
              id,
              "its description cannot be used, and what it leads to is not evaluated: "
                  + unusable.getMessage()));
      return Optional.empty();
    }
  }
}
