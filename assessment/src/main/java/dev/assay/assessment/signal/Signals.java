package dev.assay.assessment.signal;

import dev.assay.assessment.transaction.Writing;
import java.util.function.Consumer;

/// Sends and hears signals, on this node and on all others.
public interface Signals {
  /// Sends once the transaction is committed, and never if it is not.
  ///
  /// @param subject what changed, at most a few hundred characters
  void send(Writing transaction, SignalName name, String subject);

  /// Calls the listener for each signal of a name until the subscription is closed, one at a time,
  /// in an unknown thread; it should be quick. The first it hears, as soon as signals arrive, is
  /// that it may have missed some.
  Subscription listen(SignalName name, Consumer<Signal> listener);

  /// What a listener hears.
  sealed interface Signal {
    /// Something changed.
    record Changed(String subject) implements Signal {}

    /// Signals may have been missed: anything may have changed.
    record Missed() implements Signal {}
  }

  /// An open ear.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
