package dev.assay.inspector;

import dev.assay.awsapi.protocol.RefusedException;
import java.lang.reflect.Proxy;
import java.util.Locale;

/// Groups of operations that this version does not have: each of them says so, and nothing is made
/// up. docs/compatibility.md lists them.
public final class NotBuilt {
  private static final int FORBIDDEN = 403;

  private NotBuilt() {}

  /// An implementation of a group's interface whose every operation is refused.
  public static <T> T group(Class<T> operations) {
    Object refusing =
        Proxy.newProxyInstance(
            operations.getClassLoader(),
            new Class<?>[] {operations},
            (proxy, method, arguments) -> {
              throw refused(method.getName());
            });
    return operations.cast(refusing);
  }

  /// The refusal of one operation.
  ///
  /// @param operation as a method is named, `listConnectors`
  public static RefusedException refused(String operation) {
    String name = operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
    return new RefusedException(
        FORBIDDEN, "AccessDeniedException", name + " is not built in this version of Assay.");
  }
}
