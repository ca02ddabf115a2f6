package dev.assay.server.http;

import java.net.InetSocketAddress;

/// The port cannot be opened.
public final class PortException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortException(InetSocketAddress address, Throwable cause) {
    super(
        "cannot listen on %s port %d: %s"
            .formatted(address.getAddress().getHostAddress(), address.getPort(), innermost(cause)),
        cause);
  }

  private static String innermost(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
