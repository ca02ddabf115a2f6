package dev.assay.agent.program;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;

/// Reads a path. An empty one is refused: it is what a script gives whose variable is not set, and
/// would mean the working directory.
public final class PathConverter implements CommandLine.ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    if (value.isEmpty()) {
      throw new CommandLine.TypeConversionException("a path is expected, but it is empty");
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException impossible) {
      throw new CommandLine.TypeConversionException(
          "\"" + value + "\" can be no path: " + impossible.getReason());
    }
  }
}
