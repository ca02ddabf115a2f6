package dev.assay.inventory.rpm;

import java.util.Optional;

/// Makes of a header what somebody is after.
///
/// @param <T> what that is
interface HeaderReader<T> {

  /// Empty for a header that is no package's; throws DamagedException.
  ///
  /// @param path the database the header is from
  Optional<T> read(RpmHeader header, String path);
}
