package dev.assay.model;

/// What is known of the kernel of the resource.
public sealed interface Kernel {
  /// A live host: `release` is `uname -r`.
  record Running(String release) implements Kernel {}

  /// A root file system that is not running, so no kernel of it is.
  record NotRunning() implements Kernel {}

  /// An image: kernels in it never run.
  record Image() implements Kernel {}
}
