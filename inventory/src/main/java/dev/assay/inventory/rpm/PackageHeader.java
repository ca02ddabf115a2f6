package dev.assay.inventory.rpm;

import dev.assay.model.InstalledPackage;
import dev.assay.model.PackageState;
import dev.assay.model.PackageType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a header says of its package, in the model's words.
///
/// A source rpm's file name has no epoch, while the versions of advisories for source packages
/// have one. rpm builds the binaries with their source's epoch unless a subpackage sets its own,
/// so the binary's epoch is taken for the source's.
final class PackageHeader {
  private static final List<String> SOURCE_SUFFIXES = List.of(".src.rpm", ".nosrc.rpm");

  /// Keys that were imported into the database look like packages of this name.
  private static final String PUBLIC_KEY = "gpg-pubkey";

  /// What rpm prints for an absent tag, and some builders write into Vendor or Packager.
  private static final String NONE = "(none)";

  private PackageHeader() {}

  /// Empty for a public key, which is no package.
  static Optional<InstalledPackage> read(RpmHeader header, String evidence) {
    String name = required(header, HeaderTag.NAME);
    if (name.equals(PUBLIC_KEY)) {
      return Optional.empty();
    }
    long epochNumber = header.number(HeaderTag.EPOCH).orElse(0);
    String epoch = epochNumber == 0 ? "" : epochNumber + ":";
    String version =
        epoch + required(header, HeaderTag.VERSION) + "-" + required(header, HeaderTag.RELEASE);
    Source source = Source.of(header.text(HeaderTag.SOURCERPM), epoch, new Source(name, version));
    String architecture = header.text(HeaderTag.ARCH);
    return Optional.of(
        new InstalledPackage(
            PackageType.RPM,
            name,
            version,
            architecture == null ? "" : architecture,
            PackageState.INSTALLED,
            source.name,
            source.version,
            stated(header, HeaderTag.VENDOR),
            stated(header, HeaderTag.MODULARITYLABEL),
            stated(header, HeaderTag.PACKAGER),
            stated(header, HeaderTag.LICENSE),
            evidence));
  }

  private static String required(RpmHeader header, HeaderTag tag) {
    String text = header.text(tag);
    if (text == null) {
      throw new DamagedException("The header has no " + tag + ".");
    }
    return text;
  }

  private static @Nullable String stated(RpmHeader header, HeaderTag tag) {
    String text = header.text(tag);
    return NONE.equals(text) ? null : text;
  }

  private record Source(String name, String version) {
    /// From `name-version-release.src.rpm`; neither version nor release contains a hyphen.
    static Source of(@Nullable String file, String epoch, Source otherwise) {
      String stem = file == null ? "" : withoutSuffix(file);
      int release = stem.lastIndexOf('-');
      int version = stem.lastIndexOf('-', release - 1);
      boolean complete = version > 0 && version + 1 < release && release + 1 < stem.length();
      return complete
          ? new Source(stem.substring(0, version), epoch + stem.substring(version + 1))
          : otherwise;
    }

    private static String withoutSuffix(String file) {
      for (String suffix : SOURCE_SUFFIXES) {
        if (file.endsWith(suffix)) {
          return file.substring(0, file.length() - suffix.length());
        }
      }
      return "";
    }
  }
}
