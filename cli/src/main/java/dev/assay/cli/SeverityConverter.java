package dev.assay.cli;

import dev.assay.model.Severity;
import java.util.Locale;
import picocli.CommandLine;

/// Reads a severity, in any case.
final class SeverityConverter implements CommandLine.ITypeConverter<Severity> {
  @Override
  public Severity convert(String value) {
    try {
      return Severity.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new CommandLine.TypeConversionException(
          "No severity is called \""
              + value
              + "\"; there are critical, high, medium, low, informational, untriaged");
    }
  }
}
