package dev.assay.feeds.download;

import dev.assay.feeds.download.FetchFailure.Remedy;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What `repomd.xml` says of a repository's updateinfo.
///
/// @param href where it is, relative to the repository
/// @param sha256 of its bytes; null where another kind of checksum is stated
record RepositoryMetadata(String href, @Nullable String sha256) {

  /// Reads `repomd.xml`; empty where the repository has no updateinfo.
  ///
  /// @throws FetchFailure where it is no such document
  static Optional<RepositoryMetadata> parse(byte[] xml) throws FetchFailure {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("data")
            && "updateinfo".equals(reader.getAttributeValue(null, "type"))) {
          return updateinfo(reader);
        }
      }
      return Optional.empty();
    } catch (XMLStreamException noXml) {
      throw new FetchFailure(Remedy.RETRY, "repomd.xml cannot be read: " + noXml.getMessage());
    }
  }

  private static Optional<RepositoryMetadata> updateinfo(XMLStreamReader reader)
      throws XMLStreamException {
    String href = null;
    String sha256 = null;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("data")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "location" -> href = reader.getAttributeValue(null, "href");
          case "checksum" -> {
            boolean known = "sha256".equals(reader.getAttributeValue(null, "type"));
            String text = reader.getElementText().strip().toLowerCase(Locale.ROOT);
            sha256 = known ? text : sha256;
          }
          default -> {}
        }
      }
    }
    return href == null ? Optional.empty() : Optional.of(new RepositoryMetadata(href, sha256));
  }
}
