package dev.assay.server.setting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// One setting, under one name in all its forms: `rate.burst` in the file, `--rate-burst` among the
/// flags, `ASSAY_RATE_BURST` in the environment.
///
/// @param meaning what it decides, for the help and for docs/operations.md
/// @param standard its value where none is given; empty for none
/// @param parse throws `IllegalArgumentException` whose message says what was expected
public record Setting<T>(
    String name,
    String value,
    String meaning,
    Optional<String> standard,
    Function<String, T> parse) {
  static <T> Setting<T> of(
      String name, String value, String standard, Function<String, T> parse, String meaning) {
    return new Setting<>(name, value, meaning, Optional.of(standard), parse);
  }

  static <T> Setting<T> of(String name, String value, Function<String, T> parse, String meaning) {
    return new Setting<>(name, value, meaning, Optional.empty(), parse);
  }

  public String flag() {
    return "--" + name.replace('.', '-');
  }

  public String variable() {
    return variable(name);
  }

  static String variable(String name) {
    return "ASSAY_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// All of them, in the order of the documentation.
  public static List<Setting<?>> all() {
    return ServerSettings.ALL;
  }
}
