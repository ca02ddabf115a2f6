package dev.assay.assessment.reachability;

import dev.assay.assessment.resource.Resource;
import dev.assay.assessment.transaction.Reading;
import dev.assay.model.runtime.Transport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells what listens on a host's ports, as whatever looks at the host from within knows it: a port
/// of the service.
@FunctionalInterface
public interface Listeners {
  /// Nothing looks at any host.
  Listeners NONE = (reading, host) -> Optional.empty();

  /// All that listens on addresses other than the host's own loopback; empty where nothing looked
  /// at the host.
  Optional<List<Listener>> of(Reading transaction, Resource host);

  /// A process that listens.
  ///
  /// @param process its name
  /// @param packageName the installed package that it belongs to; null where that is not known
  record Listener(Transport protocol, int port, String process, @Nullable String packageName) {}
}
