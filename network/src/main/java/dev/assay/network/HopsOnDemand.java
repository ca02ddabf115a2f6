package dev.assay.network;

import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Supplier;

/// Hops that are worked out when they are looked at, and kept while there is memory for them: many
/// ways are listed of which only the sets are asked for.
final class HopsOnDemand extends AbstractList<Hop> {
  private final Supplier<List<Hop>> source;
  private SoftReference<List<Hop>> kept = new SoftReference<>(null);

  HopsOnDemand(Supplier<List<Hop>> source) {
    this.source = source;
  }

  private List<Hop> hops() {
    List<Hop> known = kept.get();
    if (known == null) {
      known = source.get();
      kept = new SoftReference<>(known);
    }
    return known;
  }

  @Override
  public Hop get(int index) {
    return hops().get(index);
  }

  @Override
  public int size() {
    return hops().size();
  }

  @Override
  public Iterator<Hop> iterator() {
    return hops().iterator();
  }

  @Override
  public Spliterator<Hop> spliterator() {
    return hops().spliterator();
  }

  @Override
  public Hop getLast() {
    return hops().getLast();
  }
}
