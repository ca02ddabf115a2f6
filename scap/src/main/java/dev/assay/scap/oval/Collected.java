package dev.assay.scap.oval;

import java.util.List;

/// What the collection of an object gave.
///
/// @param reason why, where the flag is not that everything was seen; otherwise empty
public record Collected(Flag flag, List<Item> items, String reason) {
  public Collected {
    items = List.copyOf(items);
  }

  /// Everything was looked at: complete, or nothing exists.
  public static Collected all(List<Item> items) {
    return new Collected(items.isEmpty() ? Flag.DOES_NOT_EXIST : Flag.COMPLETE, items, "");
  }

  /// Nothing could be collected.
  public static Collected none(Flag flag, String reason) {
    return new Collected(flag, List.of(), reason);
  }
}
