package dev.assay.network.reader;

import dev.assay.network.packet.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One JSON object of a description, whose keys may be written `VpcId` or `vpcId`.
record Json(JsonNode node) {

  Optional<Json> child(String key) {
    JsonNode found = node.get(key);
    if (found == null) {
      found = node.get(Character.toLowerCase(key.charAt(0)) + key.substring(1));
    }
    return found == null || found.isNull() ? Optional.empty() : Optional.of(new Json(found));
  }

  Optional<String> text(String key) {
    return child(key)
        .map(Json::node)
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asString)
        .filter(text -> !text.isEmpty());
  }

  /// @throws IllegalArgumentException where the key is absent: the record cannot be used
  String need(String key) {
    return text(key).orElseThrow(() -> new IllegalArgumentException("it has no " + key));
  }

  /// The objects of an array; none where there is no such key.
  List<Json> list(String key) {
    return child(key).map(Json::elements).orElse(List.of());
  }

  List<Json> elements() {
    List<Json> elements = new ArrayList<>();
    node.forEach(element -> elements.add(new Json(element)));
    return elements;
  }

  /// The strings under `key` of each object of the array `list`.
  List<String> texts(String list, String key) {
    return list(list).stream().flatMap(element -> element.text(key).stream()).toList();
  }

  boolean is(String key) {
    return text(key).filter("true"::equals).isPresent();
  }

  Optional<Integer> number(String key) {
    return text(key).map(Json::whole);
  }

  /// A port, 0 where there is none.
  ///
  /// @throws IllegalArgumentException for one that is impossible
  int port(String key) {
    int port = number(key).orElse(0);
    if (port < 0 || port > PortSet.LAST) {
      throw new IllegalArgumentException("impossible port " + port);
    }
    return port;
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("'" + text + "' is not a whole number", wrong);
    }
  }
}
