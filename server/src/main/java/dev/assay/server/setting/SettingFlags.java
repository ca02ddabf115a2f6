package dev.assay.server.setting;

import dev.assay.server.setting.GivenSettings.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Settings on a command line.
final class SettingFlags {
  private SettingFlags() {}

  static Map<String, Given> parse(List<String> words) {
    Map<String, String> names =
        Setting.all().stream().collect(Collectors.toMap(Setting::flag, Setting::name));
    Map<String, Given> found = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String flag = equals < 0 ? word : word.substring(0, equals);
      String name = names.get(flag);
      if (name == null) {
        throw new InvalidSettingException(
            (flag.startsWith("-") ? "unknown option '" : "unexpected argument '")
                + flag
                + "'; see 'assay serve --help'");
      }
      if (equals < 0 && i + 1 == words.size()) {
        throw new InvalidSettingException(flag + ": a value is missing");
      }
      String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
      if (found.put(name, new Given(value, flag)) != null) {
        throw new InvalidSettingException(flag + " is given twice");
      }
    }
    return found;
  }
}
