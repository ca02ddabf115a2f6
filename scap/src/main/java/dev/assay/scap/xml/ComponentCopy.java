package dev.assay.scap.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Copies what one component of a datastream collection holds, as a document of its own could: with
/// the namespaces that are declared around it.
public final class ComponentCopy {
  private final XMLStreamReader reader;
  private final Appendable out;
  private final Map<String, String> around = new TreeMap<>();

  private ComponentCopy(XMLStreamReader reader, Appendable out) {
    this.reader = reader;
    this.out = out;
  }

  /// Copies the element in the component of this id.
  ///
  /// @param document a datastream collection
  /// @throws MalformedContentException if there is no such component
  public static void write(InputStream document, String component, Appendable out)
      throws IOException {
    try {
      ComponentCopy copy = new ComponentCopy(XmlStream.open(document, false), out);
      if (!copy.find(component)) {
        throw new MalformedContentException("The datastream has no component " + component + ".");
      }
      copy.element();
    } catch (XMLStreamException malformed) {
      throw new MalformedContentException("Not XML: " + malformed.getMessage(), malformed);
    }
  }

  /// Moves to the component's element.
  private boolean find(String component) throws XMLStreamException {
    int depth = 0;
    boolean inside = false;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (inside) {
            return true;
          }
          inside = depth == 1 && component.equals(reader.getAttributeValue(null, "id"));
          if (depth == 0 || inside) {
            declared().forEach(around::put);
          }
          depth++;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          inside = false;
        }
        default -> {
          // Nothing before the component is copied.
        }
      }
    }
    return false;
  }

  private void element() throws XMLStreamException, IOException {
    Map<String, String> namespaces = new TreeMap<>(around);
    namespaces.putAll(declared());
    start(namespaces);
    for (int depth = 1; depth > 0; ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          start(declared());
          depth++;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          out.append("</").append(name()).append('>');
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            escape(reader.getText());
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
    out.append('\n');
  }

  private Map<String, String> declared() {
    Map<String, String> declared = new HashMap<>();
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      String uri = reader.getNamespaceURI(i);
      declared.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
    }
    return declared;
  }

  private void start(Map<String, String> namespaces) throws IOException {
    out.append('<').append(name());
    for (Map.Entry<String, String> each : namespaces.entrySet()) {
      out.append(each.getKey().isEmpty() ? " xmlns" : " xmlns:" + each.getKey()).append("=\"");
      escape(each.getValue());
      out.append('"');
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      out.append(' ')
          .append(qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)))
          .append("=\"");
      escape(reader.getAttributeValue(i));
      out.append('"');
    }
    out.append('>');
  }

  private String name() {
    return qualified(reader.getPrefix(), reader.getLocalName());
  }

  private static String qualified(String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  private void escape(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        // Else a parser would read them as spaces, or as one.
        case '\r', '\t' -> out.append("&#").append(String.valueOf((int) c)).append(';');
        default -> out.append(c);
      }
    }
  }
}
