package dev.assay.model.runtime;

/// The transport protocol of a socket.
public enum Transport {
  TCP,
  UDP
}
