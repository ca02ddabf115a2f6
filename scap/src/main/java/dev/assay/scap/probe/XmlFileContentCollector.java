package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// `xmlfilecontent_object`: what an XPath selects in XML files, read without DTDs' entities.
final class XmlFileContentCollector implements ObjectCollector {
  private final Host host;
  private final FileFinder finder;

  XmlFileContentCollector(Host host, FileFinder finder) {
    this.host = host;
    this.finder = finder;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    String xpath = request.stated("xpath").getFirst();
    List<String> gaps = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    gaps.addAll(
        finder.find(
            request,
            file -> {
              switch (host.content(file.path())) {
                case Reading.Read<byte[]>(byte[] bytes) -> select(file, bytes, xpath, items, gaps);
                case Reading.Absent<byte[]> absent -> {}
                case Reading.Unreadable<byte[]>(String why) -> gaps.add(file.path() + ": " + why);
              }
            }));
    return FileCollector.withGaps(items, gaps);
  }

  private static void select(
      FoundFile file, byte[] bytes, String xpath, List<Item> items, List<String> gaps) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setExpandEntityReferences(false);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // Its own would print what is thrown too.
      builder.setErrorHandler(new DefaultHandler());
      var document = builder.parse(new ByteArrayInputStream(bytes));
      Object selected =
          XPathFactory.newDefaultInstance()
              .newXPath()
              .evaluate(xpath, document, XPathConstants.NODESET);
      Item.Draft draft = FileCollector.named("xmlfilecontent", file).text("xpath", xpath);
      if (selected instanceof NodeList nodes && nodes.getLength() > 0) {
        for (int i = 0; i < nodes.getLength(); i++) {
          draft.text("value_of", nodes.item(i).getTextContent());
        }
        items.add(draft.exists());
      }
    } catch (SAXException
        | IOException
        | ParserConfigurationException
        | XPathExpressionException e) {
      gaps.add(file.path() + ": " + e.getMessage());
    }
  }
}
