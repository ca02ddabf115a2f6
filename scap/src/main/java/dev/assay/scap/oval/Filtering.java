package dev.assay.scap.oval;

import dev.assay.scap.oval.OvalObject.Filter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// The filters of an object: whether they keep a thing found. The variables of their states are
/// resolved once, when the first thing is found.
final class Filtering implements Predicate<Described> {
  private final List<Filter> filters;
  private final Function<String, StateMatcher> states;
  private final Map<String, StateMatcher> matchers = new HashMap<>();

  Filtering(List<Filter> filters, Function<String, StateMatcher> states) {
    this.filters = filters;
    this.states = states;
  }

  @Override
  public boolean test(Described found) {
    for (Filter filter : filters) {
      if ((judge(filter, found) == Truth.TRUE) == filter.exclude()) {
        return false;
      }
    }
    return true;
  }

  private Truth judge(Filter filter, Described found) {
    StateMatcher known = matchers.get(filter.state());
    if (known == null) {
      known = states.apply(filter.state());
      matchers.put(filter.state(), known);
    }
    return known.judge(found);
  }
}
