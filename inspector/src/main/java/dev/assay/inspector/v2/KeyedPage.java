package dev.assay.inspector.v2;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list that is sorted by a key which an item keeps for ever. A token is the key of the
/// last item shown, so that a page goes on right behind it whatever came or went meanwhile, that
/// item too.
record KeyedPage<T>(List<T> items, @Nullable String next) {
  private static final int SIZE = 100;

  KeyedPage {
    items = List.copyOf(items);
  }

  /// @param sorted all items, by key
  /// @param after what the page before gave; null or empty for the first one
  static <T> KeyedPage<T> of(
      List<T> sorted, Function<T, String> key, @Nullable String after, @Nullable Integer size) {
    String from = Optional.ofNullable(after).orElse("");
    List<T> rest = sorted.stream().filter(item -> key.apply(item).compareTo(from) > 0).toList();
    int most = Optional.ofNullable(size).orElse(SIZE);
    if (rest.size() <= most) {
      return new KeyedPage<>(rest, null);
    }
    return new KeyedPage<>(rest.subList(0, most), key.apply(rest.get(most - 1)));
  }
}
