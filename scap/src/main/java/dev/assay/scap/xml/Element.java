package dev.assay.scap.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One XML element: its local name, namespace, attributes by local name, children and own text.
///
/// @param text the character data directly below the element, unstripped
public record Element(
    String name,
    String namespace,
    Map<String, String> attributes,
    List<Element> children,
    String text) {

  /// The value of an attribute, or `otherwise` where it is absent.
  public String attribute(String key, String otherwise) {
    return attributes.getOrDefault(key, otherwise);
  }

  /// The value of an attribute, or null where it is absent.
  public @Nullable String attribute(String key) {
    return attributes.get(key);
  }

  /// The value of an attribute that the schema requires.
  ///
  /// @throws MalformedContentException if it is absent
  public String required(String key) {
    String value = attributes.get(key);
    if (value == null) {
      throw new MalformedContentException("<" + name + "> has no attribute " + key + ".");
    }
    return value;
  }

  /// Whether a boolean attribute is set, in either of XML Schema's spellings.
  public boolean flag(String key, boolean otherwise) {
    String value = attributes.get(key);
    return value == null ? otherwise : value.equals("true") || value.equals("1");
  }

  /// The children of one name, in document order.
  public List<Element> all(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /// The first child of one name.
  public Optional<Element> first(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst();
  }

  /// The stripped text of the first child of one name, or the empty string.
  public String textOf(String childName) {
    return first(childName).map(child -> child.text.strip()).orElse("");
  }
}
