package dev.assay.vulndb.record;

import dev.assay.model.AffectedPackage;
import dev.assay.model.Ecosystem;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement says beside the package and its versions. Few combinations occur, each in
/// many statements.
public record Attributes(
    String repository,
    AffectedPackage.Naming naming,
    VendorStatus status,
    @Nullable String vendorSeverity,
    @Nullable String module,
    @Nullable String note) {
  /// The numbers of the constants in a file, whatever their order in the enumeration.
  static final List<AffectedPackage.Naming> NAMINGS =
      List.of(AffectedPackage.Naming.SOURCE, AffectedPackage.Naming.BINARY);

  static final List<VendorStatus> STATUSES =
      List.of(
          VendorStatus.FIXED,
          VendorStatus.AFFECTED,
          VendorStatus.NOT_AFFECTED,
          VendorStatus.WILL_NOT_FIX,
          VendorStatus.FIX_DEFERRED,
          VendorStatus.FIX_PENDING,
          VendorStatus.OUT_OF_SUPPORT,
          VendorStatus.END_OF_LIFE,
          VendorStatus.UNDER_INVESTIGATION);

  public static void write(Encoder encoder, AffectedPackage affected) {
    encoder
        .octet(NAMINGS.indexOf(affected.naming()))
        .octet(STATUSES.indexOf(affected.status()))
        .text(affected.repository())
        .optionalText(affected.module())
        .optionalText(affected.vendorSeverity())
        .optionalText(
            affected.note() == null ? null : Limits.shorten(affected.note(), Limits.REMARK));
  }

  public static Attributes readFrom(Decoder decoder) {
    AffectedPackage.Naming naming = decoder.constant(NAMINGS);
    VendorStatus status = decoder.constant(STATUSES);
    String repository = decoder.text();
    String module = decoder.optionalText();
    String vendorSeverity = decoder.optionalText();
    String note = decoder.optionalText();
    return new Attributes(repository, naming, status, vendorSeverity, module, note);
  }

  public AffectedPackage of(Ecosystem ecosystem, String name, List<VersionRange> ranges) {
    return new AffectedPackage(
        ecosystem, repository, name, naming, status, ranges, vendorSeverity, module, note);
  }
}
