package dev.assay.model;

import org.jspecify.annotations.Nullable;

/// A package that a package manager says is installed.
///
/// @param version the whole version as the manager writes it: `1:2.3-4` (deb),
///     `[epoch:]version-release` (rpm, no epoch where it is 0 or absent), `2.3-r4` (apk)
/// @param sourceName the source package's name (`origin` of apk); the binary's own where none is
///     stated
/// @param sourceVersion the source package's version in the same form; the binary's where none is
///     stated
/// @param vendor rpm's Vendor, dpkg's Origin, or the repository where it is known; null where
///     unknown
/// @param module rpm's modularity label, `name:stream:version:context`; null where none
/// @param maintainer as the package says, null where it does not
/// @param licence as the package says, null where it does not
/// @param evidence the file it was read from, relative to the root, `var/lib/dpkg/status`
public record InstalledPackage(
    PackageType type,
    String name,
    String version,
    String architecture,
    PackageState state,
    String sourceName,
    String sourceVersion,
    @Nullable String vendor,
    @Nullable String module,
    @Nullable String maintainer,
    @Nullable String licence,
    String evidence) {
  public InstalledPackage {
    Texts.requireNonBlank(name, "package name");
    Texts.requireNonBlank(version, "package version");
  }
}
