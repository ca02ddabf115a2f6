package dev.assay.scap.xml;

import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A cursor over a document that builds an element's tree only where it is asked to.
///
/// DTDs are refused, so no entity can expand or reach outside; depth is bounded.
public final class ElementReader {
  private static final int DEEPEST = 200;

  private final XMLStreamReader reader;
  private final Map<String, String> names = new HashMap<>();

  private ElementReader(XMLStreamReader reader) {
    this.reader = reader;
  }

  /// A reader standing before the document's root.
  ///
  /// @throws MalformedContentException if the stream does not begin as XML does
  public static ElementReader over(InputStream document) {
    try {
      return new ElementReader(XmlStream.open(document, true));
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  /// Moves to the next start of an element, or answers false at the end of the document.
  public boolean nextStart() {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new MalformedContentException("The document has a DTD, which SCAP never needs.");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  /// The local name of the element the cursor stands on.
  public String name() {
    return reader.getLocalName();
  }

  /// The element the cursor stands on without its content, which stays to be read.
  public Element head() {
    return new Element(shared(reader.getLocalName()), namespace(), attributes(), List.of(), "");
  }

  /// The whole element the cursor stands on; the cursor moves to its end. Descendants that
  /// `skipped` names are left out.
  public Element tree(Predicate<String> skipped) {
    try {
      return tree(skipped, 0);
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  /// The text of the element the cursor stands on, each element within it replaced by what
  /// `replacement` makes of it; the cursor moves to its end.
  public String text(Function<Element, String> replacement) {
    StringBuilder text = new StringBuilder();
    try {
      while (true) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT ->
              text.append(replacement.apply(tree(name -> false, 0)));
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            return text.toString();
          }
          default -> {
            // Comments and processing instructions say nothing here.
          }
        }
      }
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  /// The prose of the element the cursor stands on as plain text: paragraphs and items of lists on
  /// lines of their own, other white space as in print but for preformatted text. The cursor moves
  /// to its end.
  ///
  /// @param substitute makes of a `sub` what stands in its place
  public String prose(Function<Element, String> substitute) {
    Prose prose = new Prose();
    try {
      for (int depth = 1; depth > 0; ) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (reader.getLocalName().equals("sub")) {
              prose.text(substitute.apply(tree(name -> false, 0)));
            } else {
              prose.start(reader.getLocalName());
              depth++;
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              prose.text(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            prose.end(reader.getLocalName());
            depth--;
          }
          default -> {
            // Comments and processing instructions say nothing here.
          }
        }
      }
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
    return prose.toString();
  }

  /// Moves to the end of the element the cursor stands on.
  public void skip() {
    try {
      for (int depth = 1; depth > 0; ) {
        int event = reader.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      }
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  private Element tree(Predicate<String> skipped, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new MalformedContentException("Elements are nested more than " + DEEPEST + " deep.");
    }
    String name = shared(reader.getLocalName());
    String namespace = namespace();
    Map<String, String> attributes = attributes();
    List<Element> children = List.of();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (skipped.test(reader.getLocalName())) {
            skip();
          } else {
            children = children.isEmpty() ? new ArrayList<>() : children;
            children.add(tree(skipped, depth + 1));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        case XMLStreamConstants.END_ELEMENT -> {
          String own = children.isEmpty() || !text.toString().isBlank() ? text.toString() : "";
          return new Element(
              name, namespace, attributes, Collections.unmodifiableList(children), own);
        }
        default -> {
          // Comments and processing instructions say nothing here.
        }
      }
    }
  }

  private Map<String, String> attributes() {
    if (reader.getAttributeCount() == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(shared(reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
    }
    return Map.copyOf(attributes);
  }

  private String namespace() {
    String uri = reader.getNamespaceURI();
    return uri == null ? "" : shared(uri);
  }

  private String shared(String name) {
    return names.computeIfAbsent(name, key -> key);
  }

  private static MalformedContentException malformed(XMLStreamException e) {
    boolean undecoded = e.getNestedException() instanceof CharacterCodingException;
    String what = undecoded ? "it is not the UTF-8 that it says it is" : e.getMessage();
    return new MalformedContentException("Not well-formed XML: " + what, e);
  }
}
