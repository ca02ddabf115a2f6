package dev.assay.cli;

import static dev.assay.cli.StatementJson.text;
import static dev.assay.cli.StatementJson.texts;

import dev.assay.match.Statement;
import dev.assay.model.Advisory;
import dev.assay.model.CvssScore;
import dev.assay.model.Ecosystem;
import dev.assay.model.EpssScore;
import dev.assay.model.KnownExploit;
import dev.assay.model.KnownExploited;
import dev.assay.model.SsvcDecision;
import dev.assay.model.Vulnerability;
import dev.assay.model.VulnerabilityId;
import dev.assay.vulndb.PackageName;
import dev.assay.vulndb.VulnerabilityDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes what a database knows as JSON.
final class DatabaseDump {
  private final VulnerabilityDatabase advisories;
  private final @Nullable Ecosystem only;

  DatabaseDump(VulnerabilityDatabase advisories, @Nullable Ecosystem only) {
    this.advisories = advisories;
    this.only = only;
  }

  void ofPackage(String name, OutputStream out) throws IOException {
    PrettyJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("package", name);
          json.writeArrayPropertyStart("statements");
          for (Ecosystem ecosystem : new TreeSet<>(advisories.ecosystems())) {
            if (only == null || only.equals(ecosystem)) {
              advisories.statements(ecosystem, name).forEach(statement -> write(json, statement));
            }
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  void ofVulnerability(VulnerabilityId id, OutputStream out) throws IOException {
    PrettyJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("vulnerability", id.value());
          Vulnerability known = advisories.vulnerability(id).orElse(null);
          json.writeBooleanProperty("known", known != null);
          if (known != null) {
            write(json, known);
          }
          json.writeArrayPropertyStart("advisories");
          advisories.advisories(id).forEach(advisory -> write(json, advisory));
          json.writeEndArray();
          json.writeArrayPropertyStart("statements");
          for (PackageName name : advisories.packages(id)) {
            if (only == null || only.equals(name.ecosystem())) {
              advisories.statements(name.ecosystem(), name.name()).stream()
                  .filter(statement -> statement.vulnerabilities().contains(id))
                  .forEach(statement -> write(json, statement));
            }
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Vulnerability known) {
    text(json, "title", known.title());
    text(json, "description", known.description());
    texts(json, "aliases", known.aliases());
    scores(json, known.cvss());
    texts(json, "cwes", known.cwes());
    texts(json, "references", known.references());
    text(json, "published", known.published());
    text(json, "modified", known.modified());
    json.writeBooleanProperty("disputed", known.disputed());
    KnownExploited kev = known.knownExploited();
    if (kev != null) {
      json.writeObjectPropertyStart("knownExploited");
      text(json, "added", kev.added());
      text(json, "due", kev.due());
      json.writeBooleanProperty("ransomware", kev.ransomware());
      json.writeEndObject();
    }
    EpssScore epss = known.epss();
    if (epss != null) {
      json.writeObjectPropertyStart("epss");
      json.writeNumberProperty("probability", epss.probability());
      if (epss.percentile() != null) {
        json.writeNumberProperty("percentile", epss.percentile());
      }
      text(json, "date", epss.date());
      json.writeEndObject();
    }
    SsvcDecision ssvc = known.ssvc();
    if (ssvc != null) {
      json.writeObjectPropertyStart("ssvc");
      text(json, "exploitation", ssvc.exploitation());
      text(json, "automatable", ssvc.automatable());
      text(json, "technicalImpact", ssvc.technicalImpact());
      json.writeEndObject();
    }
    json.writeArrayPropertyStart("exploits");
    for (KnownExploit exploit : known.exploits()) {
      json.writeStartObject();
      text(json, "source", exploit.source());
      text(json, "reference", exploit.reference());
      text(json, "title", exploit.title());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts(json, "sources", known.sources());
  }

  private static void write(JsonGenerator json, Advisory advisory) {
    json.writeStartObject();
    text(json, "source", advisory.source());
    text(json, "id", advisory.id());
    text(json, "kind", advisory.kind());
    text(json, "title", advisory.title());
    text(json, "vendorSeverity", advisory.vendorSeverity());
    scores(json, advisory.cvss());
    texts(json, "references", advisory.references());
    text(json, "published", advisory.published());
    text(json, "modified", advisory.modified());
    text(json, "withdrawn", advisory.withdrawn());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Statement statement) {
    json.writeStartObject();
    StatementJson.write(json, statement.affected());
    text(json, "source", statement.source());
    text(json, "advisory", statement.advisory());
    text(json, "kind", statement.kind());
    json.writeBooleanProperty("withdrawn", statement.withdrawn());
    texts(json, "vulnerabilities", statement.vulnerabilities());
    json.writeEndObject();
  }

  private static void scores(JsonGenerator json, List<CvssScore> scores) {
    json.writeArrayPropertyStart("cvss");
    for (CvssScore score : scores) {
      json.writeStartObject();
      text(json, "scorer", score.scorer());
      text(json, "version", score.version());
      text(json, "vector", score.vector());
      json.writeNumberProperty("baseScore", score.baseScore());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
