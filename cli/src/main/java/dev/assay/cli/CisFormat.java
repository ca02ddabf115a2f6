package dev.assay.cli;

import dev.assay.scap.output.CsvResultWriter;
import dev.assay.scap.output.HtmlResultWriter;
import dev.assay.scap.output.JsonResultWriter;
import dev.assay.scap.output.ResultWriter;

/// The formats of a benchmark's result.
enum CisFormat {
  JSON,
  CSV,
  HTML;

  ResultWriter writer() {
    return switch (this) {
      case JSON -> new JsonResultWriter();
      case CSV -> new CsvResultWriter();
      case HTML -> new HtmlResultWriter();
    };
  }
}
