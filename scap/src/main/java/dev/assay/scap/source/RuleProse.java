package dev.assay.scap.source;

import dev.assay.scap.xccdf.Policy;
import dev.assay.scap.xml.Element;
import dev.assay.scap.xml.ElementReader;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What a benchmark says to people of a rule, the profile's values put in.
///
/// @param description what the rule wants
/// @param remediation how to put it right, in words or as a shell script; empty where the content
///     does not tell
public record RuleProse(String description, String remediation) {
  private static final String SHELL = "urn:xccdf:fix:script:sh";
  private static final RuleProse NONE = new RuleProse("", "");
  private static final Set<String> OTHERS = Set.of("Group", "Value", "Profile", "component");

  /// That of every rule, by its id.
  ///
  /// @param document a datastream
  public static Map<String, RuleProse> read(InputStream document, Policy policy) {
    Map<String, RuleProse> all = new HashMap<>();
    ElementReader reader = ElementReader.over(document);
    String rule = "";
    while (reader.nextStart()) {
      String element = reader.name();
      if (element.equals("Rule")) {
        rule = reader.head().attribute("id", "");
      } else if (OTHERS.contains(element)) {
        rule = "";
      } else if (!rule.isEmpty()) {
        RuleProse known = all.getOrDefault(rule, NONE);
        all.put(rule, known.with(element, reader, policy));
      }
    }
    return all;
  }

  private RuleProse with(String element, ElementReader reader, Policy policy) {
    return switch (element) {
      case "description" ->
          description.isEmpty()
              ? new RuleProse(reader.prose(part -> value(part, policy)), remediation)
              : this;
      case "fixtext" -> new RuleProse(description, reader.prose(part -> value(part, policy)));
      case "fix" -> {
        boolean wanted =
            remediation.isEmpty() && reader.head().attribute("system", "").equals(SHELL);
        yield wanted
            ? new RuleProse(description, reader.text(part -> value(part, policy)).strip())
            : this;
      }
      default -> this;
    };
  }

  private static String value(Element part, Policy policy) {
    return part.name().equals("sub")
        ? String.join(",", policy.values(part.attribute("idref", "")))
        : part.text();
  }
}
