package dev.assay.feeds.endoflife;

import dev.assay.model.Ecosystem;
import java.util.Arrays;
import java.util.Optional;

/// The products of endoflife.date that are ecosystems of ours.
enum Product {
  ALMALINUX("almalinux", "AlmaLinux", "almalinux"),
  ALPINE("alpine-linux", "Alpine Linux", "alpine"),
  AMAZON("amazon-linux", "Amazon Linux", "amazon", "ELS") {
    /// The releases of the Amazon Linux AMI are states of one rolling release, of which the last
    /// has the dates that count.
    @Override
    Optional<Ecosystem> ecosystem(String cycle) {
      if (cycle.equals("2018.03")) {
        return Optional.of(new Ecosystem("amazon", "1"));
      }
      return cycle.contains(".") ? Optional.empty() : super.ecosystem(cycle);
    }
  },
  CENTOS("centos", "CentOS", "centos"),
  CENTOS_STREAM("centos-stream", "CentOS Stream", "centos-stream"),
  DEBIAN("debian", "Debian", "debian", "LTS"),
  FEDORA("fedora", "Fedora", "fedora"),
  OPENSUSE("opensuse", "openSUSE", "opensuse-leap") {
    /// Leap began with 42.1; 15.0 came after it and all older ones were plain openSUSE.
    @Override
    Optional<Ecosystem> ecosystem(String cycle) {
      boolean leap = cycle.startsWith("42.") || cycle.compareTo("15") >= 0;
      return leap ? super.ecosystem(cycle) : Optional.of(new Ecosystem("opensuse", cycle));
    }
  },
  ORACLE("oracle-linux", "Oracle Linux", "oracle", "Extended Support"),
  PHOTON("vmware-photon", "Photon OS", "photon"),
  RED_HAT("rhel", "Red Hat Enterprise Linux", "redhat", "ELS"),
  ROCKY("rocky-linux", "Rocky Linux", "rocky"),
  SLES("sles", "SUSE Linux Enterprise Server", "sles", "LTSS") {
    /// Up to 15 a release without a service pack calls itself by its major number alone.
    @Override
    Optional<Ecosystem> ecosystem(String cycle) {
      boolean first = cycle.endsWith(".0") && cycle.compareTo("16") < 0;
      return super.ecosystem(first ? cycle.substring(0, cycle.length() - 2) : cycle);
    }
  },
  SUSE_MICRO("suse-linux-micro", "SUSE Linux Micro", "sle-micro"),
  UBUNTU("ubuntu", "Ubuntu", "ubuntu", "ESM");

  private final String slug;
  private final String label;
  private final String ecosystem;
  private final String extendedName;

  Product(String slug, String label, String ecosystem) {
    this(slug, label, ecosystem, "extended support");
  }

  Product(String slug, String label, String ecosystem, String extendedName) {
    this.slug = slug;
    this.label = label;
    this.ecosystem = ecosystem;
    this.extendedName = extendedName;
  }

  static Optional<Product> of(String slug) {
    return Arrays.stream(values()).filter(product -> product.slug.equals(slug)).findFirst();
  }

  /// The ecosystem of a release; empty where it is none of its own.
  Optional<Ecosystem> ecosystem(String cycle) {
    return Optional.of(new Ecosystem(ecosystem, cycle));
  }

  /// The product's name for people.
  String label() {
    return label;
  }

  /// What its vendor calls support after the ordinary one.
  String extendedName() {
    return extendedName;
  }
}
