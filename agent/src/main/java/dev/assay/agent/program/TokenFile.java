package dev.assay.agent.program;

import dev.assay.agent.enrol.EnrolmentToken;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file that an administrator made for a host to be let in with.
final class TokenFile {
  private TokenFile() {}

  static EnrolmentToken read(Path file) {
    try {
      return EnrolmentToken.parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UnusableException(
          "--token-file " + file + " cannot be read: " + why(unreadable), unreadable);
    } catch (IllegalArgumentException none) {
      throw new UnusableException(
          "--token-file " + file + " is no enrolment token: " + none.getMessage(), none);
    }
  }

  private static String why(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "permission denied";
      default -> failure.toString();
    };
  }
}
