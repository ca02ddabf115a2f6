package dev.assay.assessment.classic.report;

import java.io.OutputStream;

/// Makes a PDF document of a page.
@FunctionalInterface
public interface PagePrinter {
  /// Prints a page.
  ///
  /// @param page well-formed XHTML that refers to nothing outside itself
  void print(String page, OutputStream out);
}
