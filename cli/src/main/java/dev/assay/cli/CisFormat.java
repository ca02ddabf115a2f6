package dev.assay.cli;

import dev.assay.scap.output.ArfResultWriter;
import dev.assay.scap.output.CsvResultWriter;
import dev.assay.scap.output.FixScriptWriter;
import dev.assay.scap.output.HtmlResultWriter;
import dev.assay.scap.output.JsonResultWriter;
import dev.assay.scap.output.ResultWriter;
import dev.assay.scap.output.SarifResultWriter;
import dev.assay.scap.output.XccdfResultWriter;

/// The formats of a benchmark's result.
enum CisFormat {
  JSON("json"),
  CSV("csv"),
  HTML("html"),
  SARIF("sarif"),
  XCCDF("xccdf.xml"),
  ARF("arf.xml"),
  BASH("sh"),
  ANSIBLE("yml");

  private final String extension;

  CisFormat(String extension) {
    this.extension = extension;
  }

  /// What the names of its files end in, without the dot.
  String extension() {
    return extension;
  }

  /// @param profile the id of the profile that was evaluated
  ResultWriter writer(BenchmarkContent content, String profile) {
    return switch (this) {
      case JSON -> new JsonResultWriter();
      case CSV -> new CsvResultWriter();
      case HTML -> new HtmlResultWriter();
      case SARIF -> new SarifResultWriter();
      case XCCDF -> new XccdfResultWriter();
      case ARF -> new ArfResultWriter(content::opened);
      case BASH -> fixes(FixScriptWriter.Language.BASH, content, profile);
      case ANSIBLE -> fixes(FixScriptWriter.Language.ANSIBLE, content, profile);
    };
  }

  private static ResultWriter fixes(
      FixScriptWriter.Language language, BenchmarkContent content, String profile) {
    return new FixScriptWriter(language, content.fixes(language.system(), profile));
  }
}
