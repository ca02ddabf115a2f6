package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a result in the Asset Reporting Format (NIST IR 7694): the content that was asked, the
/// asset, the XCCDF result, and the OVAL results that it hangs on.
public final class ArfResultWriter implements ResultWriter {
  private static final int LONGEST_PROLOG = 1024;
  private static final String XCCDF = "xccdf1";
  private static final String OVAL = "oval";

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
    Map<OvalComponent, OvalEvidence> evidence = evidence(result);
    List<OvalComponent> components = List.copyOf(evidence.keySet());
    FoundItems items = new FoundItems();
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
    // Not of the OVAL reports too: oscap 1.3.7 dies of more than one report with relationships.
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
    pen.open("arf:reports").open("arf:report", "id", XCCDF).open("arf:content");
    XccdfResultWriter.testResult(
        result,
        resource,
        "#collection1_" + result.benchmark().id(),
        name -> reportOf(name, components),
        pen,
        out);
    pen.close().close();
    int number = 0;
    for (Map.Entry<OvalComponent, OvalEvidence> each : evidence.entrySet()) {
      pen.open("arf:report", "id", OVAL + number++).open("arf:content");
      new OvalResultsWriter(result, each.getKey(), each.getValue(), items)
          .write(hostname(resource), content, pen, out);
      pen.close().close();
    }
    pen.close().close();
    text(pen.taken(), out);
  }

  /// What the result hangs on, by component. A definition that several have is the first one's.
  private Map<OvalComponent, OvalEvidence> evidence(BenchmarkResult result) throws IOException {
    try (InputStream stream = content.open()) {
      List<OvalComponent> all = OvalComponent.read(stream);
      Map<OvalComponent, OvalEvidence> evidence = new LinkedHashMap<>();
      for (OvalComponent component : all) {
        OvalEvidence own =
            OvalEvidence.of(
                result,
                id ->
                    first(id, all).filter(found -> found.id().equals(component.id())).isPresent());
        if (!own.isEmpty()) {
          evidence.put(component, own);
        }
      }
      return evidence;
    }
  }

  private static Optional<OvalComponent> first(String id, List<OvalComponent> components) {
    return components.stream().filter(component -> component.has(id)).findFirst();
  }

  /// Where the results of a definition are.
  private static Optional<String> reportOf(String definition, List<OvalComponent> components) {
    return first(definition, components)
        .map(component -> "#" + OVAL + components.indexOf(component));
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
    pen.open("core:relationship", "type", "arfvocab:" + type, "subject", XCCDF);
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
