package dev.assay.inventory.tree;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// Input errors in a sentence for a person, without paths of the scanning machine.
public final class IoReason {
  private IoReason() {}

  /// One sentence, with a full stop.
  public static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "Permission denied.";
      case NoSuchFileException vanished -> "It vanished while it was being read.";
      case FileSystemException known -> sentence(known.getReason());
      default -> sentence(failure.getMessage());
    };
  }

  private static String sentence(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "It could not be read.";
    }
    return text.endsWith(".") ? text : text + ".";
  }
}
