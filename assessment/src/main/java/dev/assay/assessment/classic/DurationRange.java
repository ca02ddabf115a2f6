package dev.assay.assessment.classic;

import org.jspecify.annotations.Nullable;

/// From a number of seconds to another, both included; null leaves that side open.
public record DurationRange(@Nullable Integer least, @Nullable Integer most) {
  public static final DurationRange ANY = new DurationRange(null, null);

  /// The range itself, if it is one.
  ///
  /// @throws ClassicRefusal.InvalidInput where no duration can lie in it
  public DurationRange checked(Invalid otherwise) {
    if (least != null && most != null && most < least) {
      throw new ClassicRefusal.InvalidInput(
          otherwise, "The range ends (" + most + " s) before it begins (" + least + " s)");
    }
    return this;
  }
}
