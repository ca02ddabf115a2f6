package dev.assay.report;

import dev.assay.model.InstalledPackage;
import dev.assay.model.OperatingSystem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An installed package as an SPDX package.
final class SpdxPackage {
  static final String UNKNOWN = "NOASSERTION";

  private SpdxPackage() {}

  /// A known vulnerability: one line for people, and the advisories' addresses.
  record Known(String line, List<String> advisories) {}

  static void write(
      JsonOutput json,
      String id,
      InstalledPackage installed,
      @Nullable OperatingSystem os,
      List<Known> known) {
    json.member("SPDXID", id);
    json.member("name", installed.name());
    json.member("versionInfo", installed.version());
    json.member("supplier", supplier(installed));
    json.member("downloadLocation", UNKNOWN);
    json.member("filesAnalyzed", false);
    json.member("sourceInfo", sourceInfo(installed));
    licence(json, installed.licence());
    json.member("copyrightText", UNKNOWN);
    json.array(
        "externalRefs",
        refs -> {
          ref(refs, "PACKAGE-MANAGER", "purl", PackagePurl.of(installed, os).value());
          known.stream()
              .flatMap(one -> one.advisories().stream())
              .filter(UriPath::isWebAddress)
              .distinct()
              .forEach(url -> ref(refs, "SECURITY", "advisory", url));
        });
    if (!known.isEmpty()) {
      json.member(
          "comment",
          known.stream().map(Known::line).collect(Collectors.joining("\n", "Vulnerable:\n", "")));
    }
  }

  private static String supplier(InstalledPackage installed) {
    return Stream.of(installed.vendor(), installed.maintainer())
        .flatMap(Stream::ofNullable)
        .map(PlainText::line)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(name -> "Organization: " + name)
        .orElse(UNKNOWN);
  }

  private static String sourceInfo(InstalledPackage installed) {
    return "built from source package %s %s; %s according to %s"
        .formatted(
            installed.sourceName(),
            installed.sourceVersion(),
            installed.state().word(),
            installed.evidence());
  }

  private static void licence(JsonOutput json, @Nullable String stated) {
    json.member("licenseConcluded", UNKNOWN);
    String licence = stated == null ? "" : stated.strip();
    boolean expression = !licence.isEmpty() && SpdxLicence.isExpression(licence);
    json.member("licenseDeclared", expression ? licence : UNKNOWN);
    if (!expression && !licence.isEmpty()) {
      json.member("licenseComments", "The package states its licence as: " + licence);
    }
  }

  private static void ref(JsonOutput json, String category, String type, String locator) {
    json.object(
        one -> {
          one.member("referenceCategory", category);
          one.member("referenceType", type);
          one.member("referenceLocator", locator);
        });
  }
}
