package dev.assay.match;

import dev.assay.model.InstalledPackage;
import dev.assay.model.Kernel;
import java.util.Set;
import java.util.regex.Pattern;

/// What part of a kernel a package is, if any. Only the image that runs can be attacked; headers,
/// tools and documentation that are built from the kernel's source are not a kernel.
enum KernelPart {
  /// Not built from a kernel's source.
  NONE,
  /// Built from it, but no kernel: headers, `linux-libc-dev`, perf, a meta package.
  COMPANION,
  /// An image, or its modules, that runs on this live host.
  RUNNING_IMAGE,
  /// An image, or its modules, that does not run: another one does, or nothing runs here.
  IDLE_IMAGE,
  /// An image inside a container image: never runs.
  UNUSED_IMAGE;

  private static final Set<String> LINUX_SOURCES_WITHOUT_KERNEL =
      Set.of(
          "linux-apfs-rw",
          "linux-atm",
          "linux-base",
          "linux-container",
          "linux-firmware",
          "linux-firmware-raspi2",
          "linux-ftpd",
          "linux-ftpd-ssl",
          "linux-gpib-user",
          "linux-igd",
          "linux-minidisc",
          "linux-show-player",
          "linux-sound-base",
          "linux-system-roles",
          "linux-user-chroot",
          "linux-wlan-ng");
  private static final Pattern DEB_IMAGE =
      Pattern.compile("linux-(?:image|modules)(?:-unsigned|-extra)?-\\d.*(?<!-dbg|-dbgsym)");
  private static final Pattern DEB_IMAGE_PREFIX =
      Pattern.compile("linux-(?:image|modules)(?:-unsigned|-extra)?-");
  private static final Pattern RPM_IMAGE =
      Pattern.compile(
          "kernel(?:-(?:rt|rt-64k|64k|64k-debug|16k|uek|debug|rt-debug|zfcpdump|PAE|xen|default|default-base"
              + "|azure|kvmsmall|lpae|preempt|vanilla|plus|lt|ml))?"
              + "(?:-(?:core|modules|modules-core|modules-extra|modules-internal|base|optional|extra))?"
              + "|kernel6\\.\\d+(?:-modules-extra)?");
  private static final Set<String> RPM_SOURCES =
      Set.of(
          "kernel",
          "kernel-rt",
          "kernel-uek",
          "kernel-default",
          "kernel-azure",
          "kernel-source",
          "kernel-64kb",
          "kernel-debug",
          "kernel-preempt",
          "kernel-kvmsmall",
          "kernel6.12");

  static KernelPart of(InstalledPackage installed, Kernel kernel) {
    return switch (installed.type()) {
      case DEB -> debian(installed, kernel);
      case RPM -> rpm(installed, kernel);
      case APK -> apk(installed, kernel);
    };
  }

  boolean isImage() {
    return this == RUNNING_IMAGE || this == IDLE_IMAGE || this == UNUSED_IMAGE;
  }

  private static KernelPart debian(InstalledPackage installed, Kernel kernel) {
    String source = installed.sourceName();
    if (!source.equals("linux") && !source.startsWith("linux-")) {
      return NONE;
    }
    if (LINUX_SOURCES_WITHOUT_KERNEL.contains(source)) {
      return NONE;
    }
    if (!DEB_IMAGE.matcher(installed.name()).matches()) {
      return COMPANION;
    }
    String release = DEB_IMAGE_PREFIX.matcher(installed.name()).replaceFirst("");
    return image(kernel, running -> running.equals(release));
  }

  private static KernelPart rpm(InstalledPackage installed, Kernel kernel) {
    if (RPM_IMAGE.matcher(installed.name()).matches()) {
      String version = installed.version().substring(installed.version().indexOf(':') + 1);
      return image(
          kernel, running -> running.startsWith(version) || isSuseRelease(running, version));
    }
    return RPM_SOURCES.contains(installed.sourceName()) && !installed.name().contains("livepatch")
        ? COMPANION
        : NONE;
  }

  /// SUSE's `uname -r` leaves out the release's last number: `5.14.21-150400.24.28-default` runs
  /// from version `5.14.21-150400.24.28.1`.
  private static boolean isSuseRelease(String running, String version) {
    int flavour = running.lastIndexOf('-');
    return flavour > 0 && version.startsWith(running.substring(0, flavour) + ".");
  }

  private static KernelPart apk(InstalledPackage installed, Kernel kernel) {
    String source = installed.sourceName();
    if (!Set.of("linux-lts", "linux-edge", "linux-rpi", "linux-vanilla", "linux-elm")
        .contains(source)) {
      return NONE;
    }
    String name = installed.name();
    if (name.endsWith("-dev") || name.endsWith("-doc") || name.endsWith("-headers")) {
      return COMPANION;
    }
    String flavour = name.substring("linux-".length());
    String release = installed.version().replace("-r", "-") + "-" + flavour;
    return image(kernel, running -> running.equals(release));
  }

  private static KernelPart image(Kernel kernel, java.util.function.Predicate<String> isThisOne) {
    return switch (kernel) {
      case Kernel.Running(String release) -> isThisOne.test(release) ? RUNNING_IMAGE : IDLE_IMAGE;
      case Kernel.NotRunning() -> IDLE_IMAGE;
      case Kernel.Image() -> UNUSED_IMAGE;
    };
  }
}
