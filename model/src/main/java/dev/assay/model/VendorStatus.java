package dev.assay.model;

/// What the package's vendor says of a vulnerability in its package.
public enum VendorStatus {
  /// A fix exists; the ranges say in which version.
  FIXED,
  /// Vulnerable, and no fix yet.
  AFFECTED,
  /// The vendor says the package is not vulnerable.
  NOT_AFFECTED,
  /// Vulnerable; the vendor will not fix it.
  WILL_NOT_FIX,
  /// Vulnerable; the vendor has put the fix off.
  FIX_DEFERRED,
  /// Vulnerable; a fix is being made.
  FIX_PENDING,
  /// The package or release was out of the vendor's support when the vulnerability was judged.
  OUT_OF_SUPPORT,
  /// The package's security support has ended in this release.
  END_OF_LIFE,
  /// The vendor has not decided yet whether the package is vulnerable.
  UNDER_INVESTIGATION
}
