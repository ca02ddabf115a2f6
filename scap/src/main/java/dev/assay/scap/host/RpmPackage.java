package dev.assay.scap.host;

/// A package of rpm's database.
///
/// @param epoch `(none)` where there is none
/// @param signatureKey 16 hexadecimal digits of the key, `0` of a package without a signature, or
///     empty where its signature could not be read
public record RpmPackage(
    String name,
    String architecture,
    String epoch,
    String version,
    String release,
    String signatureKey) {
  /// Epoch, version and release, the absent epoch as 0.
  public String evr() {
    return (epoch.equals("(none)") ? "0" : epoch) + ":" + version + "-" + release;
  }
}
