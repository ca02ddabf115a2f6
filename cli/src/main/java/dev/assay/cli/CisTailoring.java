package dev.assay.cli;

import dev.assay.scap.evaluation.Waiver;
import dev.assay.scap.xccdf.Profile;
import dev.assay.scap.xccdf.Profile.Setting;
import dev.assay.scap.xccdf.Tailoring;
import dev.assay.scap.xml.MalformedContentException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What an operator changes of a benchmark: an XCCDF Tailoring document, or a short YAML one of
/// Assay's own.
///
/// @param profile the profile to evaluate where the command line names none; may be empty
record CisTailoring(String profile, List<Setting> settings, Tailoring xccdf, List<Waiver> waivers) {
  private static final Set<String> KEYS = Set.of("profile", "rules", "values", "waivers");
  private static final Set<String> WAIVER_KEYS = Set.of("rule", "reason", "expires");
  private static final String CHANGED = "xccdf_dev.assay_profile_tailored";

  static CisTailoring none() {
    return new CisTailoring("", List.of(), new Tailoring(List.of()), List.of());
  }

  static CisTailoring read(Path file) {
    try {
      if (file.toString().endsWith(".xml")) {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
          return new CisTailoring("", List.of(), Tailoring.read(stream), List.of());
        }
      }
      return of(YamlDocument.read(Files.readAllBytes(file)));
    } catch (MalformedContentException | JacksonException | IllegalArgumentException malformed) {
      throw new InputException("tailoring " + file + ": " + malformed.getMessage(), malformed);
    } catch (IOException failed) {
      throw new InputException(
          "tailoring " + file + " cannot be read: " + IoFailure.words(failed), failed);
    }
  }

  /// The content with what is changed of it: a profile of its own that extends the one asked for.
  ///
  /// @param asked the id of a profile
  BenchmarkContent of(BenchmarkContent content, String asked) {
    if (settings.isEmpty()) {
      return content;
    }
    List<Setting> whole = settings.stream().map(each -> whole(each, content)).toList();
    return content.tailored(
        new Tailoring(List.of(new Profile(CHANGED, "Tailored " + asked, asked, whole))));
  }

  /// The id of the profile to evaluate in the changed content.
  String profile(String asked) {
    return settings.isEmpty() ? asked : CHANGED;
  }

  private static CisTailoring of(JsonNode document) {
    known(document, KEYS);
    List<Setting> settings = new ArrayList<>();
    document
        .path("rules")
        .properties()
        .forEach(rule -> settings.add(new Setting.Select(rule.getKey(), isOn(rule.getValue()))));
    document
        .path("values")
        .properties()
        .forEach(
            value ->
                settings.add(
                    new Setting.SetValue(value.getKey(), List.of(value.getValue().asString()))));
    List<Waiver> waivers = new ArrayList<>();
    document.path("waivers").forEach(waiver -> waivers.add(waiver(waiver)));
    return new CisTailoring(
        document.path("profile").asString(""), settings, new Tailoring(List.of()), waivers);
  }

  private static boolean isOn(JsonNode value) {
    return switch (value.asString()) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw new IllegalArgumentException(value + " of a rule: there are on and off");
    };
  }

  private static Waiver waiver(JsonNode waiver) {
    known(waiver, WAIVER_KEYS);
    String rule = waiver.path("rule").asString("");
    String reason = waiver.path("reason").asString("");
    String expires = waiver.path("expires").asString("");
    if (rule.isEmpty() || reason.isEmpty()) {
      throw new IllegalArgumentException("a waiver needs 'rule', 'reason' and 'expires'");
    }
    try {
      return new Waiver(rule, reason, LocalDate.parse(expires));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "the waiver of " + rule + " needs 'expires' as a date such as 2027-01-31", e);
    }
  }

  private static void known(JsonNode node, Set<String> keys) {
    node.properties()
        .forEach(
            each -> {
              if (!keys.contains(each.getKey())) {
                throw new IllegalArgumentException(
                    "'"
                        + each.getKey()
                        + "' is not known; there are "
                        + keys.stream().sorted().toList());
              }
            });
  }

  /// A setting with the whole id of what it changes, which must be there.
  private static Setting whole(Setting setting, BenchmarkContent content) {
    return switch (setting) {
      case Setting.Select(String item, boolean on) ->
          new Setting.Select(whole(item, "_rule_", content.content().benchmark().items()), on);
      case Setting.SetValue(String value, List<String> values) ->
          new Setting.SetValue(
              whole(value, "_value_", content.content().benchmark().values().keySet()), values);
      case Setting.RefineValue refinement -> refinement;
      case Setting.RefineRule refinement -> refinement;
    };
  }

  private static String whole(String name, String prefix, Set<String> ids) {
    return ids.stream()
        .filter(id -> id.equals(name) || id.endsWith(prefix + name))
        .findFirst()
        .orElseThrow(() -> new InputException("tailoring: the content has no " + name));
  }
}
