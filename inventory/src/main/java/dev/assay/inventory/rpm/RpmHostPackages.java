package dev.assay.inventory.rpm;

import dev.assay.inventory.tree.FileTree;
import dev.assay.scap.host.Reading;
import dev.assay.scap.host.RpmPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The packages of rpm as a benchmark asks for them: imported keys are among them.
public final class RpmHostPackages {
  private static final String NONE = "(none)";
  private static final List<HeaderTag> SIGNATURES =
      List.of(HeaderTag.RSAHEADER, HeaderTag.DSAHEADER, HeaderTag.SIGPGP, HeaderTag.SIGGPG);

  private RpmHostPackages() {}

  /// Reads the database of a tree. Where part of it could not be read, none of it counts: a
  /// package that is not seen must not look absent.
  public static Reading<List<RpmPackage>> read(FileTree tree) {
    if (!RpmDatabases.present(tree)) {
      return new Reading.Absent<>();
    }
    List<RpmPackage> packages = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    new RpmDatabases<>(RpmHostPackages::read)
        .read(tree, packages::add, gap -> gaps.add(gap.toString()));
    return gaps.isEmpty()
        ? new Reading.Read<>(List.copyOf(packages))
        : new Reading.Unreadable<>("rpm's database: " + String.join("; ", gaps));
  }

  private static Optional<RpmPackage> read(RpmHeader header, String evidence) {
    return Optional.of(read(header));
  }

  static RpmPackage read(RpmHeader header) {
    var epoch = header.number(HeaderTag.EPOCH);
    return new RpmPackage(
        text(header, HeaderTag.NAME),
        text(header, HeaderTag.ARCH),
        epoch.isPresent() ? String.valueOf(epoch.getAsLong()) : NONE,
        text(header, HeaderTag.VERSION),
        text(header, HeaderTag.RELEASE),
        signatureKey(header));
  }

  /// The key of the first signature there is; that of the header alone is the one rpm itself makes
  /// today.
  private static String signatureKey(RpmHeader header) {
    for (HeaderTag tag : SIGNATURES) {
      byte[] signature = header.bytes(tag);
      if (signature.length > 0) {
        return OpenPgpSignature.keyId(signature).orElse("");
      }
    }
    return "0";
  }

  private static String text(RpmHeader header, HeaderTag tag) {
    String text = header.text(tag);
    return text == null ? NONE : text;
  }
}
