package dev.assay.inspector.v2;

import dev.assay.inspector.ListTokens;
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
  /// @param tokens the list's own
  /// @param token what the page before gave; null or empty for the first one
  static <T> KeyedPage<T> of(
      List<T> sorted,
      Function<T, String> key,
      ListTokens tokens,
      @Nullable String token,
      @Nullable Integer size) {
    String from = tokens.position(token).orElse("");
    List<T> rest = sorted.stream().filter(item -> key.apply(item).compareTo(from) > 0).toList();
    int most = Optional.ofNullable(size).orElse(SIZE);
    if (rest.size() <= most) {
      return new KeyedPage<>(rest, null);
    }
    String last = key.apply(rest.get(most - 1));
    return new KeyedPage<>(rest.subList(0, most), tokens.token(Optional.of(last)));
  }
}
