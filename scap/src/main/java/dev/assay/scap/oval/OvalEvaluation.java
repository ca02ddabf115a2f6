package dev.assay.scap.oval;

import dev.assay.scap.oval.DefinitionResult.Node;
import dev.assay.scap.oval.OvalObject.Filter;
import dev.assay.scap.oval.OvalObject.ObjectSet;
import dev.assay.scap.regex.PatternException;
import dev.assay.scap.xml.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Evaluates the definitions of one document over one host.
///
/// # How
/// A definition asks its tests, a test its object, an object its variables, a variable its
/// objects: a graph without cycles, walked from above, every node remembered. Objects with equal
/// entities are collected once, whatever their ids. A node that is reached from itself is an error
/// of the tests that meet it, and nothing else.
public final class OvalEvaluation {
  private static final int DEEPEST = 300;

  private final OvalDocument document;
  private final Map<String, ObjectCollector> collectors;
  private final Map<String, List<String>> external;
  private final long now;
  private final Comparison comparison = new Comparison();
  private final Map<String, DefinitionResult> definitions = new HashMap<>();
  private final Map<String, TestResult> tests = new HashMap<>();
  private final Map<String, Collected> objects = new HashMap<>();
  private final Map<Object, Collected> contents = new HashMap<>();
  private final Map<String, Values> variables = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /// @param collectors by the type of object
  /// @param external the values of external variables, by id
  /// @param now seconds since 1970
  public OvalEvaluation(
      OvalDocument document,
      Map<String, ObjectCollector> collectors,
      Map<String, List<String>> external,
      long now) {
    this.now = now;
    this.document = document;
    this.collectors = new HashMap<>(collectors);
    this.collectors.putIfAbsent("variable", VariableCollector.withGaps());
    this.external = Map.copyOf(external);
  }

  /// The document that is evaluated.
  public OvalDocument document() {
    return document;
  }

  /// What was collected so far, by the ids of the objects.
  public Map<String, Collected> collected() {
    return Map.copyOf(objects);
  }

  /// The results of the tests so far.
  public List<TestResult> results() {
    return List.copyOf(tests.values());
  }

  /// The result of a definition; null where the document has none of this id.
  public @Nullable DefinitionResult evaluate(String id) {
    DefinitionResult known = definitions.get(id);
    Definition definition = document.definitions().get(id);
    if (known != null || definition == null) {
      return known;
    }
    DefinitionResult result;
    Criteria criteria = definition.criteria();
    if (criteria == null) {
      result = new DefinitionResult(definition, Truth.UNKNOWN, List.of());
    } else if (!enter(id)) {
      return new DefinitionResult(definition, Truth.ERROR, List.of());
    } else {
      Node node = node(criteria);
      open.remove(id);
      result = new DefinitionResult(definition, node.truth(), List.of(node));
    }
    definitions.put(id, result);
    return result;
  }

  /// Whether a node may be entered: it is not being evaluated already, nor too many others, as
  /// each takes room on the stack.
  private boolean enter(String id) {
    return open.size() < DEEPEST && open.add(id);
  }

  private Node node(Criteria criteria) {
    return switch (criteria) {
      case Criteria.Group group -> {
        List<Node> parts = group.parts().stream().map(this::node).toList();
        Truth truth = group.operator().combine(parts.stream().map(Node::truth).toList());
        yield new Node.Group(group, truth.negatedIf(group.negate()), parts);
      }
      case Criteria.TestReference reference -> {
        TestResult result = test(reference.test());
        yield new Node.Tested(reference, result.truth().negatedIf(reference.negate()), result);
      }
      case Criteria.DefinitionReference reference -> {
        DefinitionResult result = evaluate(reference.definition());
        if (result == null) {
          result =
              new DefinitionResult(
                  new Definition(reference.definition(), "not in the content", "", null),
                  Truth.ERROR,
                  List.of());
        }
        yield new Node.Extended(reference, result.truth().negatedIf(reference.negate()), result);
      }
    };
  }

  private TestResult test(String id) {
    TestResult known = tests.get(id);
    if (known != null) {
      return known;
    }
    OvalTest test = document.tests().get(id);
    TestResult result = test == null ? missing(id) : TestJudgement.of(test, this);
    tests.put(id, result);
    return result;
  }

  private static TestResult missing(String id) {
    OvalTest test =
        new OvalTest(
            id,
            "unknown",
            "",
            Existence.ANY_EXIST,
            Check.ALL,
            LogicalOperator.AND,
            null,
            List.of());
    return new TestResult(
        test,
        Truth.ERROR,
        Collected.none(Flag.ERROR, "The content has no test " + id + "."),
        List.of());
  }

  /// The items of an object.
  Collected object(String id) {
    Collected known = objects.get(id);
    if (known != null) {
      return known;
    }
    OvalObject object = document.objects().get(id);
    if (object == null) {
      return Collected.none(Flag.ERROR, "The content has no object " + id + ".");
    }
    if (!enter(id)) {
      return Collected.none(Flag.ERROR, "Object " + id + " depends on itself.");
    }
    ObjectSet set = object.set();
    Collected collected =
        set != null
            ? set(set)
            : contents.containsKey(object.content())
                ? contents.get(object.content())
                : collect(object);
    open.remove(id);
    contents.putIfAbsent(set == null ? object.content() : object, collected);
    objects.put(id, collected);
    return collected;
  }

  private Collected collect(OvalObject object) {
    ObjectCollector collector = collectors.get(object.type());
    if (collector == null) {
      return Collected.none(
          Flag.NOT_COLLECTED, "Objects of type " + object.type() + " are not collected here.");
    }
    Map<String, EntityMatcher> matchers = new LinkedHashMap<>();
    for (Entity entity : object.entities()) {
      EntityMatcher matcher = matcher(entity);
      if (matcher.stated().isEmpty()) {
        return Collected.none(
            matcher.flag() == Flag.COMPLETE ? Flag.DOES_NOT_EXIST : matcher.flag(),
            "Variable " + entity.variable() + " has no value.");
      }
      matchers.put(entity.name(), matcher);
    }
    try {
      Collected collected =
          collector.collect(
              new CollectionRequest(
                  object,
                  matchers,
                  this::variable,
                  comparison,
                  document::judges,
                  filtering(object.filters())));
      return filtered(collected, object.filters());
    } catch (PatternException e) {
      return Collected.none(Flag.ERROR, String.valueOf(e.getMessage()));
    }
  }

  private Collected set(ObjectSet set) {
    List<Collected> operands = new ArrayList<>();
    set.objects().forEach(id -> operands.add(filtered(object(id), set.filters())));
    set.sets().forEach(inner -> operands.add(set(inner)));
    if (operands.isEmpty()) {
      return Collected.none(Flag.ERROR, "A set has no operand.");
    }
    Collected combined = operands.getFirst();
    for (Collected operand : operands.subList(1, operands.size())) {
      combined = set.operator().combine(combined, operand);
    }
    return combined;
  }

  private Collected filtered(Collected collected, List<Filter> filters) {
    if (filters.isEmpty() || collected.items().isEmpty()) {
      return collected;
    }
    List<Item> kept = collected.items().stream().filter(filtering(filters)).toList();
    Flag flag =
        kept.isEmpty() && collected.flag() == Flag.COMPLETE
            ? Flag.DOES_NOT_EXIST
            : collected.flag();
    return new Collected(flag, kept, collected.reason());
  }

  private Filtering filtering(List<Filter> filters) {
    return new Filtering(filters, this::matcher);
  }

  /// What a state says of an item.
  Truth state(String id, Item item) {
    return matcher(id).judge(item);
  }

  private StateMatcher matcher(String state) {
    OvalState known = document.states().get(state);
    return known == null
        ? StateMatcher.unknown()
        : StateMatcher.of(known.operator(), known.entities().stream().map(this::matcher).toList());
  }

  private EntityMatcher matcher(Entity entity) {
    String variable = entity.variable();
    List<EntityMatcher> parts = entity.fields().stream().map(this::matcher).toList();
    if (variable == null) {
      return new EntityMatcher(entity, Flag.COMPLETE, List.of(entity.value()), parts, comparison);
    }
    Values values = variable(variable);
    return new EntityMatcher(entity, values.flag(), values.values(), parts, comparison);
  }

  private Values variable(String id) {
    Values known = variables.get(id);
    if (known != null) {
      return known;
    }
    if (!enter(id)) {
      return Values.error();
    }
    Variable variable = document.variables().get(id);
    Values values =
        switch (variable) {
          case null -> Values.error();
          case Variable.Constant constant -> Values.of(constant.values());
          case Variable.External from -> fromOutside(from.id());
          case Variable.Local local -> component(local.component());
        };
    open.remove(id);
    variables.put(id, values);
    return values;
  }

  private Values fromOutside(String id) {
    List<String> values = external.get(id);
    return values == null ? new Values(Flag.NOT_COLLECTED, List.of()) : Values.of(values);
  }

  private Values component(Element element) {
    return switch (element.name()) {
      case "literal_component" -> Values.of(List.of(element.text()));
      case "variable_component" -> variable(element.required("var_ref"));
      case "object_component" -> objectComponent(element);
      default -> Functions.apply(element, this::component, now);
    };
  }

  private Values objectComponent(Element element) {
    Collected collected = object(element.required("object_ref"));
    String field = element.required("item_field");
    String part = element.attribute("record_field", "");
    List<String> values = new ArrayList<>();
    for (Item item : collected.items()) {
      for (Item.Field each : item.named(field)) {
        if (each.status() != Item.Status.EXISTS) {
          continue;
        }
        if (part.isEmpty()) {
          values.add(each.value());
        } else {
          each.parts().stream()
              .filter(inner -> inner.name().equals(part))
              .forEach(inner -> values.add(inner.value()));
        }
      }
    }
    return new Values(
        values.isEmpty() && collected.flag() == Flag.COMPLETE
            ? Flag.DOES_NOT_EXIST
            : collected.flag(),
        values);
  }
}
