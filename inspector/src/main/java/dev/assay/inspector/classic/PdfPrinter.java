package dev.assay.inspector.classic;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.assay.assessment.classic.report.PagePrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Prints pages with openhtmltopdf. A page refers to nothing outside itself, and nothing outside it
/// would be fetched.
public final class PdfPrinter implements PagePrinter {
  @Override
  public void print(String page, OutputStream out) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useUriResolver((_, _) -> null);
    builder.withHtmlContent(page, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
