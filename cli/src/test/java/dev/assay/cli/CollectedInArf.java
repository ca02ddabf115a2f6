package dev.assay.cli;

import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.Item;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tukaani.xz.XZInputStream;

/// The system characteristics of an ARF of OpenSCAP: of each object its flag and its items, as
/// text that can be compared.
final class CollectedInArf {
  /// The times of access and of change are those of unpacking, `line` repeats the pattern, and
  /// passwords are masked.
  private static final Set<String> LEFT_OUT =
      Set.of("a_time", "c_time", "line", "extended_name", "message", "password");

  private final Map<String, List<String>> itemsOfObject = new HashMap<>();
  private final Map<String, String> flags = new HashMap<>();
  private final Map<String, String> items = new HashMap<>();
  private final XMLStreamReader xml;

  private CollectedInArf(XMLStreamReader xml) {
    this.xml = xml;
  }

  static Map<String, String> read(Path arf) throws IOException {
    try (InputStream stream =
        new XZInputStream(new BufferedInputStream(Files.newInputStream(arf)))) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      CollectedInArf arfText = new CollectedInArf(factory.createXMLStreamReader(stream));
      arfText.read();
      return arfText.shown();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  static String shown(Collected collected) {
    return shown(
        collected.flag().word(), collected.items().stream().map(CollectedInArf::shown).toList());
  }

  private void read() throws XMLStreamException {
    boolean inside = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        String name = xml.getLocalName();
        inside |= name.equals("oval_system_characteristics");
        if (inside && name.equals("object")) {
          object();
        } else if (inside && name.endsWith("_item")) {
          item();
        }
      } else if (event == XMLStreamReader.END_ELEMENT
          && xml.getLocalName().equals("oval_system_characteristics")) {
        inside = false;
      }
    }
  }

  private void object() throws XMLStreamException {
    String id = xml.getAttributeValue(null, "id");
    flags.put(id, xml.getAttributeValue(null, "flag"));
    List<String> references = new ArrayList<>();
    itemsOfObject.put(id, references);
    while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("object"))) {
      if (xml.isStartElement() && xml.getLocalName().equals("reference")) {
        references.add(xml.getAttributeValue(null, "item_ref"));
      }
    }
  }

  private void item() throws XMLStreamException {
    String element = xml.getLocalName();
    String id = xml.getAttributeValue(null, "id");
    StringBuilder text = new StringBuilder(element.replace("_item", "")).append(' ');
    text.append(xml.getAttributeValue(null, "status"));
    while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element))) {
      if (xml.isStartElement()) {
        String field = xml.getLocalName();
        String status = xml.getAttributeValue(null, "status");
        field(field, status == null ? "exists" : status, xml.getElementText(), text);
      }
    }
    items.put(id, text.toString());
  }

  private static String shown(Item item) {
    StringBuilder text =
        new StringBuilder(item.type()).append(' ').append(word(item.status().name()));
    item.fields()
        .forEach(each -> field(each.name(), word(each.status().name()), each.value(), text));
    return text.toString();
  }

  private static String word(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static void field(String name, String status, String value, StringBuilder text) {
    if (!LEFT_OUT.contains(name) && !status.equals("not collected")) {
      text.append("; ").append(name).append('=').append(value);
      text.append(status.equals("exists") ? "" : " (" + status + ")");
    }
  }

  private Map<String, String> shown() {
    Map<String, String> shown = new TreeMap<>();
    flags.forEach(
        (id, flag) ->
            shown.put(
                id,
                shown(
                    flag,
                    itemsOfObject.getOrDefault(id, List.of()).stream()
                        .map(reference -> items.getOrDefault(reference, reference))
                        .toList())));
    return shown;
  }

  private static String shown(String flag, List<String> all) {
    return flag + "\n" + String.join("\n", all.stream().sorted().toList());
  }
}
