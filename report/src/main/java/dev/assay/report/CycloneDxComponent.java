package dev.assay.report;

import dev.assay.model.InstalledPackage;
import dev.assay.model.OperatingSystem;
import dev.assay.model.PackageState;
import org.jspecify.annotations.Nullable;

/// An installed package as a CycloneDX component.
final class CycloneDxComponent {
  private CycloneDxComponent() {}

  static void write(
      CycloneDxVersion cycloneDx,
      JsonOutput json,
      InstalledPackage installed,
      @Nullable OperatingSystem os,
      String ref) {
    json.member("type", "library");
    json.member("bom-ref", ref);
    String vendor = installed.vendor();
    if (vendor != null && !vendor.isBlank()) {
      json.object("supplier", supplier -> supplier.member("name", vendor));
    }
    json.memberUnlessBlank("publisher", installed.maintainer());
    json.member("name", installed.name());
    json.member("version", installed.version());
    String licence = installed.licence();
    if (licence != null && !licence.isBlank()) {
      json.array("licenses", licenses -> licenses.object(one -> licence(one, licence.strip())));
    }
    json.member("purl", PackagePurl.of(installed, os));
    cycloneDx.evidence(json, installed.evidence());
    json.array(
        "properties",
        properties -> {
          properties(properties, installed);
          CycloneDxBom.property(
              properties, "assay:evidence", cycloneDx.evidenceProperty(installed.evidence()));
        });
  }

  private static void licence(JsonOutput json, String licence) {
    if (SpdxLicence.isIdentifier(licence)) {
      json.object("license", one -> one.member("id", licence));
    } else if (SpdxLicence.isExpression(licence)) {
      json.member("expression", licence);
    } else {
      json.object("license", one -> one.member("name", licence));
    }
  }

  private static void properties(JsonOutput json, InstalledPackage installed) {
    CycloneDxBom.property(json, "assay:package-type", installed.type().purlType());
    CycloneDxBom.property(json, "assay:architecture", installed.architecture());
    CycloneDxBom.property(json, "assay:source", installed.sourceName());
    CycloneDxBom.property(json, "assay:source-version", installed.sourceVersion());
    CycloneDxBom.property(json, "assay:module", installed.module());
    if (installed.state() != PackageState.INSTALLED) {
      CycloneDxBom.property(json, "assay:state", installed.state().word());
    }
  }
}
