package dev.assay.scap.oval;

import dev.assay.scap.oval.OvalObject.Filter;
import dev.assay.scap.oval.OvalObject.ObjectSet;
import dev.assay.scap.xml.Element;
import dev.assay.scap.xml.MalformedContentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the parts of an OVAL document, one after the other, into records.
public final class OvalReader {
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<String, OvalTest> tests = new HashMap<>();
  private final Map<String, OvalObject> objects = new HashMap<>();
  private final Map<String, OvalState> states = new HashMap<>();
  private final Map<String, Variable> variables = new HashMap<>();

  private OvalReader() {}

  /// Reads one whole document that was already built as a tree.
  public static OvalDocument read(Element root) {
    OvalReader oval = new OvalReader();
    root.children().forEach(section -> section.children().forEach(oval::part));
    return oval.document();
  }

  private OvalDocument document() {
    Set<String> judged = new HashSet<>();
    states.values().forEach(state -> state.entities().forEach(each -> judged.add(each.name())));
    return new OvalDocument(definitions, tests, objects, states, variables, Set.copyOf(judged));
  }

  private void part(Element part) {
    String id = part.required("id");
    String name = part.name();
    if (name.equals("definition")) {
      definitions.put(id, definition(part));
    } else if (name.endsWith("_test")) {
      tests.put(id, test(part));
    } else if (name.endsWith("_object")) {
      objects.put(id, object(part));
    } else if (name.endsWith("_state")) {
      states.put(id, state(part));
    } else if (name.endsWith("_variable")) {
      variables.put(id, variable(part));
    }
  }

  private static Definition definition(Element part) {
    return new Definition(
        part.required("id"),
        part.first("metadata").map(metadata -> metadata.textOf("title")).orElse(""),
        part.attribute("class", "miscellaneous"),
        part.first("criteria").map(OvalReader::criteria).orElse(null));
  }

  private static Criteria criteria(Element element) {
    boolean negate = element.flag("negate", false);
    String comment = element.attribute("comment", "");
    return switch (element.name()) {
      case "criteria" ->
          new Criteria.Group(
              LogicalOperator.named(element.attribute("operator", "AND")),
              negate,
              comment,
              element.children().stream().map(OvalReader::criteria).toList());
      case "criterion" -> new Criteria.TestReference(element.required("test_ref"), negate, comment);
      case "extend_definition" ->
          new Criteria.DefinitionReference(element.required("definition_ref"), negate, comment);
      default ->
          throw new MalformedContentException("<" + element.name() + "> is no OVAL criterion.");
    };
  }

  private static OvalTest test(Element part) {
    return new OvalTest(
        part.required("id"),
        kind(part, "_test"),
        part.attribute("comment", ""),
        Existence.named(part.attribute("check_existence", "at_least_one_exists")),
        Check.named(part.attribute("check", "all")),
        LogicalOperator.named(part.attribute("state_operator", "AND")),
        part.first("object").map(object -> object.required("object_ref")).orElse(null),
        part.all("state").stream().map(state -> state.required("state_ref")).toList());
  }

  private static OvalObject object(Element part) {
    List<Entity> entities = new ArrayList<>();
    for (Element child : part.children()) {
      if (!Set.of("behaviors", "set", "filter").contains(child.name())) {
        entities.add(Entity.of(child));
      }
    }
    return new OvalObject(
        part.required("id"),
        kind(part, "_object"),
        part.first("behaviors").map(Element::attributes).orElse(Map.of()),
        entities,
        filters(part),
        part.first("set").map(OvalReader::set).orElse(null));
  }

  private static ObjectSet set(Element set) {
    return new ObjectSet(
        SetOperator.valueOf(set.attribute("set_operator", "UNION")),
        set.all("object_reference").stream().map(object -> object.text().strip()).toList(),
        set.all("set").stream().map(OvalReader::set).toList(),
        filters(set));
  }

  private static List<Filter> filters(Element parent) {
    return parent.all("filter").stream()
        .map(
            filter ->
                new Filter(
                    filter.attribute("action", "exclude").equals("exclude"), filter.text().strip()))
        .toList();
  }

  private static OvalState state(Element part) {
    return new OvalState(
        part.required("id"),
        LogicalOperator.named(part.attribute("operator", "AND")),
        part.children().stream().map(Entity::of).toList());
  }

  private static Variable variable(Element part) {
    String id = part.required("id");
    String datatype = part.attribute("datatype", "string");
    return switch (part.name()) {
      case "constant_variable" ->
          new Variable.Constant(
              id, datatype, part.all("value").stream().map(Element::text).toList());
      case "external_variable" -> new Variable.External(id, datatype);
      case "local_variable" ->
          new Variable.Local(
              id,
              datatype,
              part.children().stream()
                  .findFirst()
                  .orElseThrow(
                      () -> new MalformedContentException("Variable " + id + " has no value.")));
      default -> throw new MalformedContentException("No variable is a " + part.name());
    };
  }

  private static String kind(Element part, String suffix) {
    return part.name().substring(0, part.name().length() - suffix.length());
  }
}
