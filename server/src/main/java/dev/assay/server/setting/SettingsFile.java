package dev.assay.server.setting;

import dev.assay.server.setting.GivenSettings.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Settings in a file: `name = value`, a line each; `#` begins a line of comment.
final class SettingsFile {
  private SettingsFile() {}

  static Map<String, Given> parse(String file, String text) {
    Set<String> names = Setting.all().stream().map(Setting::name).collect(Collectors.toSet());
    Map<String, Given> found = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String place = file + " line " + (i + 1);
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new InvalidSettingException(place + ": expected NAME = VALUE");
      }
      String name = line.substring(0, equals).strip();
      if (!names.contains(name) || name.equals(ServerSettings.CONFIG.name())) {
        throw new InvalidSettingException(
            place + ": there is no setting '" + name + "'; see 'assay serve --help'");
      }
      Given given = new Given(line.substring(equals + 1).strip(), place + ": " + name);
      if (found.put(name, given) != null) {
        throw new InvalidSettingException(place + ": " + name + " is given twice");
      }
    }
    return found;
  }
}
