package dev.assay.inventory.repo;

import dev.assay.inventory.tree.FileTree;
import dev.assay.inventory.tree.Lookup;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Which services of Ubuntu Pro are enabled: by the client's status file where it can be read, or
/// else by the sources and the credentials that the client gives apt.
public final class UbuntuPro {
  private static final String STATUS = "var/lib/ubuntu-advantage/status.json";
  private static final String CREDENTIALS = "etc/apt/auth.conf.d/90ubuntu-advantage";
  private static final String SOURCES = "etc/apt/sources.list.d/ubuntu-";
  private static final int LIMIT = 1 << 22;

  private UbuntuPro() {}

  /// `esm-infra`, `esm-apps`, `fips-updates`, `livepatch` …; empty where Pro is not attached.
  public static Set<String> read(FileTree tree, Consumer<NotEvaluated> gaps) {
    return tree.read(STATUS, LIMIT)
        .orReport(Gap.PART, gaps)
        .flatMap(content -> enabledIn(content, gaps))
        .orElseGet(() -> enabledForApt(tree, gaps));
  }

  private static Optional<Set<String>> enabledIn(byte[] status, Consumer<NotEvaluated> gaps) {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), status)) {
      Set<String> enabled = new TreeSet<>();
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnexpectedStatus();
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean services = "services".equals(json.currentName());
        if (json.nextToken() == JsonToken.START_ARRAY && services) {
          addServices(json, enabled);
        } else {
          json.skipChildren();
        }
      }
      return Optional.of(enabled);
    } catch (JacksonException | UnexpectedStatus e) {
      gaps.accept(
          new NotEvaluated(
              STATUS,
              Reason.UNPARSEABLE,
              "It is not the JSON of Ubuntu Pro's client; apt's sources were looked at instead.",
              Gap.PART));
      return Optional.empty();
    }
  }

  private static void addServices(JsonParser json, Set<String> enabled) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        addService(json, enabled);
      } else {
        json.skipChildren();
      }
    }
  }

  private static void addService(JsonParser json, Set<String> enabled) {
    String name = "";
    String status = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.VALUE_STRING && key.equals("name")) {
        name = json.getString();
      } else if (value == JsonToken.VALUE_STRING && key.equals("status")) {
        status = json.getString();
      } else {
        json.skipChildren();
      }
    }
    if (status.equals("enabled") && !name.isBlank()) {
      enabled.add(name);
    }
  }

  /// The client writes both only while the service is enabled; commented lines are left behind.
  private static Set<String> enabledForApt(FileTree tree, Consumer<NotEvaluated> gaps) {
    Set<String> enabled = new TreeSet<>();
    if (tree.lstat(CREDENTIALS) instanceof Lookup.Absent) {
      return enabled;
    }
    for (String service : List.of("esm-infra", "esm-apps")) {
      for (String suffix : List.of(".list", ".sources")) {
        ConfigurationFiles.read(tree, SOURCES + service + suffix, gaps)
            .filter(UbuntuPro::hasActiveSource)
            .ifPresent(content -> enabled.add(service));
      }
    }
    return enabled;
  }

  private static boolean hasActiveSource(String content) {
    return content.lines().map(String::strip).anyMatch(UbuntuPro::isActiveSource);
  }

  private static boolean isActiveSource(String line) {
    return line.startsWith("deb ") || line.startsWith("deb\t") || line.startsWith("URIs:");
  }

  private static final class UnexpectedStatus extends Exception {}
}
