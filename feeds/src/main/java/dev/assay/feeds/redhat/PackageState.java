package dev.assay.feeds.redhat;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.json.JsonValue;
import dev.assay.model.AffectedPackage;
import dev.assay.model.VendorStatus;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An element of `package_state`: a package of a product, and what Red Hat does about it.
record PackageState(JsonValue state) {
  private static final Pattern PACKAGE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+._-]*");

  /// @throws MalformedRecordException where it cannot be understood
  List<AffectedPackage> statements(SkipCounts skipped) {
    VendorStatus status = status(state.text("fix_state").strip());
    return switch (Product.parse(state.text("cpe").strip())) {
      case Product.Layered() -> {
        skipped.add("layered products that are no part of a host's release");
        yield List.of();
      }
      case Product.Host host -> statements(host, status, skipped);
    };
  }

  /// A package's name is `qemu-kvm`; `virt:8.2/qemu-kvm` in a module; `firefox:flatpak/nss` in a
  /// Flatpak; `rhel8/postgresql-12` is a container image.
  private List<AffectedPackage> statements(
      Product.Host host, VendorStatus status, SkipCounts skipped) {
    String text = state.text("package_name").strip();
    int slash = text.indexOf('/');
    String before = slash < 0 ? "" : text.substring(0, slash);
    if (before.endsWith(":flatpak")) {
      skipped.add("Flatpaks");
      return List.of();
    }
    if (slash >= 0 && before.indexOf(':') < 0) {
      skipped.add("container images");
      return List.of();
    }
    String name = text.substring(slash + 1);
    if (!PACKAGE_NAME.matcher(name).matches()) {
      throw state.member("package_name").malformed("is no package's name: \"" + text + "\"");
    }
    return statements(host, status, name, before.isEmpty() ? null : before);
  }

  private List<AffectedPackage> statements(
      Product.Host host, VendorStatus status, String name, @Nullable String module) {
    return host.releases().stream()
        .map(
            release ->
                new AffectedPackage(
                    release,
                    host.repository(),
                    name,
                    AffectedPackage.Naming.SOURCE,
                    status,
                    List.of(),
                    state.optionalText("impact"),
                    module,
                    null))
        .toList();
  }

  private static VendorStatus status(String fixState) {
    return switch (fixState) {
      case "Affected" -> VendorStatus.AFFECTED;
      case "Not affected" -> VendorStatus.NOT_AFFECTED;
      case "Will not fix" -> VendorStatus.WILL_NOT_FIX;
      case "Out of support scope" -> VendorStatus.OUT_OF_SUPPORT;
      case "Fix deferred" -> VendorStatus.FIX_DEFERRED;
      case "Under investigation" -> VendorStatus.UNDER_INVESTIGATION;
      default -> throw new MalformedRecordException("unknown fix_state \"" + fixState + "\"");
    };
  }
}
