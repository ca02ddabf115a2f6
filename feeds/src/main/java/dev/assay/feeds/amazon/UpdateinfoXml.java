package dev.assay.feeds.amazon;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.rpm.RpmBuild;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads updateinfo.xml one update at a time. Document types and entities of the document's own
/// are not read at all, so that it can neither name another file nor multiply itself.
final class UpdateinfoXml {
  /// The largest real update has 40 KB of text and a thousand packages.
  private static final int MOST_TEXT = 4 << 20;

  private static final int MOST_ITEMS = 100_000;

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private final Bulletins bulletins;
  private final StringBuilder text = new StringBuilder();
  private @Nullable Bulletin bulletin;
  private Bulletin.@Nullable Collection collection;
  private int items;
  private int characters;

  private UpdateinfoXml(XMLStreamReader xml, Bulletins bulletins) {
    this.xml = xml;
    this.bulletins = bulletins;
  }

  /// Delivers every update; what stood before a malformed place has been delivered.
  ///
  /// @throws MalformedRecordException where it is no XML
  static void read(InputStream content, Bulletins bulletins) throws IOException {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(content);
      try {
        new UpdateinfoXml(xml, bulletins).updates();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException malformed) {
      // a byte that is no UTF-8 comes as an IOException too, and is the document's fault
      if (malformed.getNestedException() instanceof IOException unreadable
          && !(unreadable instanceof CharConversionException)) {
        throw unreadable;
      }
      throw new MalformedRecordException(
          "Not XML: " + oneLine(String.valueOf(malformed.getMessage())), malformed);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private void updates() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
        default -> {
          // comments and instructions say nothing
        }
      }
    }
  }

  private void start(String element) {
    text.setLength(0);
    if (element.equals("update")) {
      bulletin = new Bulletin();
      collection = null;
      items = 0;
      characters = 0;
      return;
    }
    Bulletin current = bulletin;
    if (current == null) {
      return;
    }
    switch (element) {
      case "issued" -> current.issued = attribute("date");
      case "updated" -> current.updated = attribute("date");
      case "reference" -> {
        count();
        current.references.add(
            new Bulletin.Reference(attribute("type"), attribute("id"), attribute("href")));
      }
      case "collection" -> {
        count();
        collection = new Bulletin.Collection(attribute("short"));
        current.collections.add(collection);
      }
      case "package" -> build();
      default -> {
        // an element whose text counts, or one of no use here
      }
    }
  }

  private void end(String element) {
    Bulletin current = bulletin;
    if (current == null) {
      return;
    }
    switch (element) {
      case "id" -> current.id = text.toString().strip();
      case "title" -> current.title = text.toString().strip();
      case "severity" -> current.severity = text.toString().strip();
      case "description" -> current.description = text.toString().strip();
      case "update" -> {
        bulletins.accept(current);
        bulletin = null;
      }
      default -> {
        // nothing to keep
      }
    }
    text.setLength(0);
  }

  private void build() {
    count();
    if (collection == null) {
      return;
    }
    try {
      collection
          .builds()
          .add(
              RpmBuild.of(
                  attribute("name"),
                  attribute("epoch"),
                  attribute("version"),
                  attribute("release"),
                  attribute("arch")));
    } catch (MalformedRecordException malformed) {
      collection.problems().add(malformed.problem());
    }
  }

  private void characters() {
    characters += xml.getTextLength();
    if (characters > MOST_TEXT) {
      throw new MalformedRecordException("An update of more than " + MOST_TEXT + " characters");
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private void count() {
    items++;
    if (items > MOST_ITEMS) {
      throw new MalformedRecordException("An update of more than " + MOST_ITEMS + " packages");
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ");
  }
}
