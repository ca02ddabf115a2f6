package dev.assay.inventory.tree;

import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What came of looking for something in a [FileTree]: that a file is not there is an answer,
/// that it could not be read is a gap to report.
public sealed interface Lookup<T> {

  /// It is there.
  record Found<T>(T value) implements Lookup<T> {}

  /// It is not there, or what should be a directory on the way to it is none.
  record Absent<T>() implements Lookup<T> {}

  /// It is there, or may be, but was not read.
  ///
  /// @param path relative to the root
  /// @param why one sentence for a person, without the path
  record Unreadable<T>(String path, Reason reason, String why) implements Lookup<T> {

    /// The same failure as the result of another question.
    public <U> Unreadable<U> as() {
      return new Unreadable<>(path, reason, why);
    }

    /// The failure as a gap in the result.
    public NotEvaluated asGap(Gap gap) {
      return new NotEvaluated(path, reason, why, gap);
    }
  }

  /// Whether it is there and was read.
  default boolean found() {
    return this instanceof Found<T>;
  }

  /// Goes on with what was found.
  default <U> Lookup<U> then(Function<? super T, ? extends Lookup<U>> next) {
    return switch (this) {
      case Found<T> found -> next.apply(found.value());
      case Absent<T> absent -> new Absent<>();
      case Unreadable<T> unreadable -> unreadable.as();
    };
  }

  /// Converts what was found.
  default <U> Lookup<U> map(Function<? super T, ? extends U> conversion) {
    return then(value -> new Found<U>(conversion.apply(value)));
  }

  /// What was found; a failure to read it is reported to `gaps`.
  default Optional<T> orReport(Gap gap, Consumer<? super NotEvaluated> gaps) {
    return switch (this) {
      case Found<T> found -> Optional.of(found.value());
      case Absent<T> absent -> Optional.empty();
      case Unreadable<T> unreadable -> {
        gaps.accept(unreadable.asGap(gap));
        yield Optional.empty();
      }
    };
  }
}
