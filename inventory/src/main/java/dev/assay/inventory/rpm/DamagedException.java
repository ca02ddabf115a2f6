package dev.assay.inventory.rpm;

import dev.assay.model.NotEvaluated.Reason;

/// Bytes of a database, a page of it or one header do not make sense. It never leaves this
/// package: whoever reads a part catches it, notes the loss and goes on with the next part.
final class DamagedException extends RuntimeException {
  private final Reason reason;

  DamagedException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  DamagedException(String message) {
    this(Reason.UNPARSEABLE, message);
  }

  Reason reason() {
    return reason;
  }

  /// Throws unless `sound`.
  static void unless(boolean sound, String message) {
    if (!sound) {
      throw new DamagedException(message);
    }
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
