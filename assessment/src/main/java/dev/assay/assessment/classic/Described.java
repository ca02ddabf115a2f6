package dev.assay.assessment.classic;

import dev.assay.assessment.tenant.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The answer to a request on several names: what was found, in the order asked for, and why the
/// others were not. One bad name never spoils the good ones.
public record Described<T>(List<T> items, Map<String, Failure> failed) {
  public Described {
    items = List.copyOf(items);
    failed = Map.copyOf(failed);
  }

  /// `failureCode` of Classic's `failedItems`.
  public enum Failure {
    INVALID_ARN,
    DUPLICATE_ARN,
    ITEM_DOES_NOT_EXIST,
    ACCESS_DENIED,
    LIMIT_EXCEEDED
  }

  /// Sorts out the names and looks up the rest at once. A name given twice fails, as it would with
  /// Classic; what is another account's is denied without a look.
  ///
  /// @param find what there is of these names, by name
  public static <T> Described<T> of(
      Tenant tenant,
      ClassicArn.Kind kind,
      Collection<String> names,
      Function<Set<String>, Map<String, T>> find) {
    Map<String, Failure> failed = new LinkedHashMap<>();
    Set<String> wanted = new LinkedHashSet<>();
    for (String name : names) {
      Failure failure = judge(tenant, kind, name);
      if (failure != null) {
        failed.put(name, failure);
      } else if (!wanted.add(name)) {
        failed.put(name, Failure.DUPLICATE_ARN);
      }
    }
    wanted.removeAll(failed.keySet());
    Map<String, T> found = wanted.isEmpty() ? Map.of() : find.apply(wanted);
    List<T> items = new ArrayList<>();
    for (String name : wanted) {
      T item = found.get(name);
      if (item == null) {
        failed.put(name, Failure.ITEM_DOES_NOT_EXIST);
      } else {
        items.add(item);
      }
    }
    return new Described<>(items, failed);
  }

  private static @Nullable Failure judge(Tenant tenant, ClassicArn.Kind kind, String name) {
    ClassicArn arn = ClassicArn.parse(name).orElse(null);
    if (arn == null || arn.kind() != kind) {
      return Failure.INVALID_ARN;
    }
    return arn.owner().equals(tenant) ? null : Failure.ACCESS_DENIED;
  }
}
