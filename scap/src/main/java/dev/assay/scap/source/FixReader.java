package dev.assay.scap.source;

import dev.assay.scap.xccdf.Policy;
import dev.assay.scap.xml.Element;
import dev.assay.scap.xml.ElementReader;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the fixes of a benchmark's rules, the profile's values put in. They are text for a person
/// or a tool of theirs: nothing here runs them.
public final class FixReader {
  private FixReader() {}

  /// The fixes of one system, by the ids of their rules.
  ///
  /// @param document a datastream
  /// @param system such as `urn:xccdf:fix:script:sh`
  public static Map<String, String> read(InputStream document, String system, Policy policy) {
    Map<String, String> fixes = new LinkedHashMap<>();
    ElementReader reader = ElementReader.over(document);
    String rule = "";
    while (reader.nextStart()) {
      if (reader.name().equals("Rule")) {
        rule = reader.head().attribute("id", "");
      } else if (reader.name().equals("fix") && !rule.isEmpty()) {
        boolean wanted = reader.head().attribute("system", "").equals(system);
        String text = reader.text(part -> value(part, policy));
        if (wanted) {
          fixes.putIfAbsent(rule, text.strip());
        }
      }
    }
    return fixes;
  }

  private static String value(Element part, Policy policy) {
    return part.name().equals("sub")
        ? String.join(",", policy.values(part.attribute("idref", "")))
        : part.text();
  }
}
