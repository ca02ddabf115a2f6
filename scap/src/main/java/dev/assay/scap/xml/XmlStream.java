package dev.assay.scap.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Opens documents that nobody vouches for: DTDs are refused, so no entity can expand or reach
/// outside.
final class XmlStream {
  private static final int PROLOG = 1024;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private XmlStream() {}

  /// A cursor before the document's root.
  ///
  /// @param coalescing whether adjacent text comes as one
  static XMLStreamReader open(InputStream document, boolean coalescing) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, coalescing);
    try {
      byte[] prolog = document.readNBytes(PROLOG);
      // The JDK's own decoder prints a line to standard error where a document is not the UTF-8
      // that it says it is, and no reporter is asked before.
      return isUtf8(prolog)
          ? factory.createXMLStreamReader(
              new InputStreamReader(
                  rest(prolog, isMarked(prolog) ? MARK.length : 0, document),
                  StandardCharsets.UTF_8.newDecoder()))
          : factory.createXMLStreamReader(rest(prolog, 0, document));
    } catch (IOException unreadable) {
      throw new XMLStreamException(unreadable.getMessage(), unreadable);
    }
  }

  private static InputStream rest(byte[] prolog, int from, InputStream document) {
    return new SequenceInputStream(
        new ByteArrayInputStream(prolog, from, prolog.length - from), document);
  }

  private static boolean isMarked(byte[] prolog) {
    return prolog.length >= MARK.length
        && prolog[0] == MARK[0]
        && prolog[1] == MARK[1]
        && prolog[2] == MARK[2];
  }

  /// What says nothing else is UTF-8 (XML 1.0, section 4.3.3).
  private static boolean isUtf8(byte[] prolog) {
    if (isMarked(prolog)) {
      return true;
    }
    String text = new String(prolog, StandardCharsets.ISO_8859_1);
    if (!text.stripLeading().startsWith("<") || text.startsWith("<\0")) {
      return false;
    }
    int end = text.indexOf("?>");
    return !text.startsWith("<?xml")
        || (end >= 0
            && text.substring(0, end).matches("(?is).*encoding\\s*=\\s*.utf-8.*|(?!.*encoding).*"));
  }
}
