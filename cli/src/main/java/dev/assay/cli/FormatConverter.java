package dev.assay.cli;

import dev.assay.report.ReportFormat;
import picocli.CommandLine;

/// Reads the name of a format.
final class FormatConverter implements CommandLine.ITypeConverter<ReportFormat> {
  @Override
  public ReportFormat convert(String value) {
    try {
      return ReportFormat.parse(value);
    } catch (IllegalArgumentException unknown) {
      throw new CommandLine.TypeConversionException(unknown.getMessage());
    }
  }
}
