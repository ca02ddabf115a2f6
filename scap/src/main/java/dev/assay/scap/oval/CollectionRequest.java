package dev.assay.scap.oval;

import dev.assay.scap.regex.PerlPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// An object to collect, the variables of its entities resolved.
public final class CollectionRequest {
  private final OvalObject object;
  private final Map<String, EntityMatcher> matchers;
  private final Function<String, Values> variables;
  private final Comparison comparison;
  private final Predicate<String> judged;
  private final Predicate<Described> filters;

  CollectionRequest(
      OvalObject object,
      Map<String, EntityMatcher> matchers,
      Function<String, Values> variables,
      Comparison comparison,
      Predicate<String> judged,
      Predicate<Described> filters) {
    this.object = object;
    this.matchers = matchers;
    this.variables = variables;
    this.comparison = comparison;
    this.judged = judged;
    this.filters = filters;
  }

  /// Whether any state of the content says something of a field: one that is costly to read need
  /// not be read where none does.
  public boolean isJudged(String field) {
    return judged.test(field);
  }

  /// Whether the object's filters keep a thing found. The evaluation filters items itself; asking
  /// first spares reading what no filter looks at of what is dropped.
  public boolean keeps(Described found) {
    return filters.test(found);
  }

  /// The object asked for.
  public OvalObject object() {
    return object;
  }

  /// Whether an entity is given and not nil.
  public boolean has(String name) {
    EntityMatcher matcher = matchers.get(name);
    return matcher != null && !matcher.entity().nil();
  }

  /// Whether an entity is given as nil.
  public boolean isNil(String name) {
    EntityMatcher matcher = matchers.get(name);
    return matcher != null && matcher.entity().nil();
  }

  /// Whether a value found is one the entity means; an absent or nil entity means all.
  public boolean accepts(String name, String found) {
    EntityMatcher matcher = matchers.get(name);
    return matcher == null || matcher.entity().nil() || matcher.accepts(found);
  }

  /// The operation of an entity; equality where it is absent.
  public Operation operation(String name) {
    EntityMatcher matcher = matchers.get(name);
    return matcher == null ? Operation.EQUALS : matcher.entity().operation();
  }

  /// Whether a value found has to match at least one of those stated to be meant: not so where a
  /// variable's values are to match none.
  public boolean mustMatch(String name) {
    EntityMatcher matcher = matchers.get(name);
    return matcher != null
        && (matcher.entity().variable() == null
            || matcher.entity().variableCheck() != Check.NONE_SATISFY);
  }

  /// The values an entity states: several where it refers to a variable.
  public List<String> stated(String name) {
    EntityMatcher matcher = matchers.get(name);
    return matcher == null ? List.of() : matcher.stated();
  }

  /// The values of a variable with how they came about, for a `variable_object`.
  Values variable(String id) {
    return variables.apply(id);
  }

  /// The names an entity can mean without looking: those it equals. Empty where it must be
  /// searched for.
  public Optional<List<String>> exact(String name) {
    return operation(name) == Operation.EQUALS && has(name)
        ? Optional.of(stated(name).stream().filter(value -> accepts(name, value)).toList())
        : Optional.empty();
  }

  /// The compiled patterns of an entity, with the options of the object's behaviours.
  public List<PerlPattern> patterns(String name, java.util.Set<PerlPattern.Option> options) {
    List<PerlPattern> patterns = new ArrayList<>();
    for (String source : stated(name)) {
      patterns.add(
          options.isEmpty() ? comparison.pattern(source) : PerlPattern.of(source, options));
    }
    return patterns;
  }
}
