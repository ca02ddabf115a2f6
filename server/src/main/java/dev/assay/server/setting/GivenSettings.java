package dev.assay.server.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words that were given for settings, each with where it was given.
public final class GivenSettings {
  /// Of the environment, but not of these: other commands read them, or they are secrets that no
  /// flag and no file may hold.
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "ASSAY_DB",
          "ASSAY_JAVA_OPTIONS",
          ServerSettings.MASTER_KEY_VARIABLE,
          ServerSettings.DATABASE_PASSWORD_VARIABLE);

  private final Map<String, Given> given = new LinkedHashMap<>();
  private final Map<String, String> environment;

  private GivenSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  /// Gathers them.
  ///
  /// @param flags as on a command line: `--name value` or `--name=value`
  /// @param readFile the text of the file that `--config` names
  public static GivenSettings gather(
      List<String> flags, Map<String, String> environment, Function<String, String> readFile) {
    GivenSettings all = new GivenSettings(environment);
    Map<String, Given> fromFlags = SettingFlags.parse(flags);
    Map<String, Given> fromEnvironment = fromEnvironment(environment);
    Given config =
        fromFlags.getOrDefault(
            ServerSettings.CONFIG.name(), fromEnvironment.get(ServerSettings.CONFIG.name()));
    if (config != null) {
      all.given.putAll(SettingsFile.parse(config.words(), readFile.apply(config.words())));
    }
    all.given.putAll(fromEnvironment);
    all.given.putAll(fromFlags);
    return all;
  }

  /// A variable that only the environment may hold.
  Optional<String> secret(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
  }

  /// The value of a setting, or its standard value; empty where it has neither.
  <T> Optional<T> find(Setting<T> setting) {
    Given words = given.get(setting.name());
    if (words != null) {
      return Optional.of(parse(setting, words));
    }
    return setting.standard().map(standard -> setting.parse().apply(standard));
  }

  <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    setting.flag() + " (or " + setting.variable() + ") is missing"));
  }

  boolean isGiven(Setting<?> setting) {
    return given.containsKey(setting.name());
  }

  /// Where the setting was given, to begin a complaint with.
  String origin(Setting<?> setting) {
    Given words = given.get(setting.name());
    return words == null ? setting.flag() : words.origin();
  }

  private static <T> T parse(Setting<T> setting, Given words) {
    try {
      return setting.parse().apply(words.words());
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSettingException(
          words.origin() + ": '" + words.words() + "' is wrong: expected " + wrong.getMessage(),
          wrong);
    }
  }

  private static Map<String, Given> fromEnvironment(Map<String, String> environment) {
    Map<String, String> names =
        Setting.all().stream().collect(Collectors.toMap(Setting::variable, Setting::name));
    Map<String, Given> found = new LinkedHashMap<>();
    environment.forEach(
        (variable, value) -> {
          if (!variable.startsWith("ASSAY_") || OTHER_VARIABLES.contains(variable)) {
            return;
          }
          String name = names.get(variable);
          if (name == null) {
            throw new InvalidSettingException(
                variable + ": there is no such setting; see 'assay serve --help'");
          }
          found.put(name, new Given(value, variable));
        });
    return found;
  }

  /// What was given, and where.
  record Given(String words, String origin) {}
}
