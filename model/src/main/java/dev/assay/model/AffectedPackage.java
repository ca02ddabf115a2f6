package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one advisory says of one package in one ecosystem.
///
/// @param repository the part of the ecosystem the statement is about, empty for all of it:
///     `esm-infra` (Ubuntu), `main` (Alpine), `core`, `extras:docker`, `livepatch` (Amazon), the
///     CPE after `redhat:` such as `enterprise_linux:8::baseos` (Red Hat), the product (SUSE)
/// @param name the package's name in the sense of `naming`
/// @param naming whether `name` is a source package's or a binary package's
/// @param ranges the vulnerable versions; empty with a status that is not `FIXED` means every
///     version
/// @param vendorSeverity the vendor's word for this package, as written (`unimportant`,
///     `Important`); null where none
/// @param module the RPM module and stream, `nodejs:18`; null where none is stated
/// @param note the vendor's remark or reason; null where none
public record AffectedPackage(
    Ecosystem ecosystem,
    String repository,
    String name,
    Naming naming,
    VendorStatus status,
    List<VersionRange> ranges,
    @Nullable String vendorSeverity,
    @Nullable String module,
    @Nullable String note) {

  /// Whose name an advisory uses.
  public enum Naming {
    SOURCE,
    BINARY
  }

  public AffectedPackage {
    Texts.requireNonBlank(name, "package name");
    ranges = List.copyOf(ranges);
    if (status == VendorStatus.FIXED && ranges.isEmpty()) {
      throw new IllegalArgumentException("Fixed in no version: " + name + " in " + ecosystem);
    }
  }
}
