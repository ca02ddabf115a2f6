package dev.assay.inventory.dpkg;

import dev.assay.model.PackageState;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// dpkg's Status field, `install ok installed`: what is wanted, whether an error is pending, how
/// far it got. Only the third word says what lies on the disk; `deinstall ok installed` is
/// installed until somebody runs the removal.
sealed interface DpkgStatus {

  /// At least some of the package's files may be there.
  record Present(PackageState state) implements DpkgStatus {}

  /// `not-installed` or `config-files`.
  record Gone() implements DpkgStatus {}

  /// Not a status dpkg writes.
  record Unknown() implements DpkgStatus {}

  static DpkgStatus parse(@Nullable String value) {
    if (value == null) {
      return new Unknown();
    }
    String[] words = value.toLowerCase(Locale.ROOT).split("\\s+");
    if (words.length != 3) {
      return new Unknown();
    }
    if (words[2].equals("not-installed") || words[2].equals("config-files")) {
      return new Gone();
    }
    return state(words[2]).<DpkgStatus>map(Present::new).orElseGet(Unknown::new);
  }

  private static Optional<PackageState> state(String word) {
    for (PackageState state : PackageState.values()) {
      if (state.word().equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
