package dev.assay.assessment.schedule;

import java.util.BitSet;
import java.util.List;

/// A field of a cron expression: numbers or names, ranges of them, steps, several with commas.
///
/// @param names of the numbers from `least` on, in capitals; none where there are none
record CronField(String name, int least, int most, List<String> names) {

  BitSet parse(String text) {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      add(part, values);
    }
    return values;
  }

  private void add(String part, BitSet values) {
    int slash = part.indexOf('/');
    String range = slash < 0 ? part : part.substring(0, slash);
    int step = slash < 0 ? 1 : step(part.substring(slash + 1));
    int dash = range.indexOf('-');
    int from;
    int to;
    if (range.equals("*")) {
      from = least;
      to = most;
    } else if (dash >= 0) {
      from = number(range.substring(0, dash));
      to = number(range.substring(dash + 1));
    } else {
      from = number(range);
      to = slash < 0 ? from : most;
    }
    if (to < from) {
      throw new IllegalArgumentException("A range of " + name + " that runs backwards: " + part);
    }
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
  }

  private int step(String text) {
    int step = decimal(text);
    if (step < 1 || step > most) {
      throw new IllegalArgumentException("Not a step of " + name + ": " + text);
    }
    return step;
  }

  int number(String text) {
    int named = names.indexOf(text);
    int number = named >= 0 ? least + named : decimal(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          name + " is from " + least + " to " + most + ", not: " + text);
    }
    return number;
  }

  private int decimal(String text) {
    if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("Not a number of " + name + ": '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
