package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a result in the Asset Reporting Format (NIST IR 7694): the content that was asked, the
/// asset, and the XCCDF result.
public final class ArfResultWriter implements ResultWriter {
  private static final int LONGEST_PROLOG = 1024;

  private final Content content;

  /// @param content the datastream that was evaluated, to be read again
  public ArfResultWriter(Content content) {
    this.content = content;
  }

  /// Opens the datastream.
  public interface Content {
    /// Opens it from its beginning.
    ///
    /// @throws IOException if it cannot be opened
    InputStream open() throws IOException;
  }

  @Override
  public void write(BenchmarkResult result, String resource, OutputStream out) throws IOException {
    XmlPen pen = new XmlPen();
    text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", out);
    pen.open(
        "arf:asset-report-collection",
        "xmlns:arf",
        "http://scap.nist.gov/schema/asset-reporting-format/1.1",
        "xmlns:core",
        "http://scap.nist.gov/schema/reporting-core/1.1",
        "xmlns:ai",
        "http://scap.nist.gov/schema/asset-identification/1.1");
    pen.open(
        "core:relationships",
        "xmlns:arfvocab",
        "http://scap.nist.gov/specifications/arf/vocabulary/relationships/1.0#");
    relationship("createdFor", "collection1", pen);
    relationship("isAbout", "asset0", pen);
    pen.close();
    pen.open("arf:report-requests").open("arf:report-request", "id", "collection1");
    pen.open("arf:content");
    text(pen.taken(), out);
    copy(out);
    pen.close().close().close();
    pen.open("arf:assets").open("arf:asset", "id", "asset0").open("ai:computing-device");
    pen.leaf("ai:hostname", hostname(resource)).close().close().close();
    pen.open("arf:reports").open("arf:report", "id", "xccdf1").open("arf:content");
    XccdfResultWriter.testResult(
        result, resource, "#collection1_" + result.benchmark().id(), pen, out);
    pen.close().close().close().close();
    text(pen.taken(), out);
  }

  /// The resource as a host's name may be; the result itself has it as it is.
  private static String hostname(String resource) {
    String name =
        resource
            .replaceAll("[^A-Za-z0-9.-]+", "-")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[-.]+|[-.]+$", "");
    return name.isEmpty() ? "localhost" : name;
  }

  private static void relationship(String type, String reference, XmlPen pen) {
    pen.open("core:relationship", "type", "arfvocab:" + type, "subject", "xccdf1");
    pen.leaf("core:ref", reference).close();
  }

  /// Copies the document without its XML declaration, which may stand only at a beginning.
  private void copy(OutputStream out) throws IOException {
    try (InputStream stream = content.open()) {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      head.write(stream.readNBytes(LONGEST_PROLOG));
      String prolog = head.toString(StandardCharsets.ISO_8859_1);
      int end = prolog.indexOf("?>");
      boolean declared = prolog.stripLeading().startsWith("<?xml") && end >= 0;
      if (declared && !prolog.substring(0, end).matches("(?is).*encoding=.utf-8.*|[^e]*")) {
        throw new IOException("only content in UTF-8 can be put into an ARF");
      }
      int skipped = declared ? end + 2 : 0;
      out.write(head.toByteArray(), skipped, head.size() - skipped);
      stream.transferTo(out);
      text("\n", out);
    }
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
