package dev.assay.cli;

import dev.assay.scap.output.CsvResultWriter;
import dev.assay.scap.output.HtmlResultWriter;
import dev.assay.scap.output.JsonResultWriter;
import dev.assay.scap.output.ResultWriter;

/// The formats of a benchmark's result.
enum CisFormat {
  JSON(new JsonResultWriter()),
  CSV(new CsvResultWriter()),
  HTML(new HtmlResultWriter());

  private final ResultWriter writer;

  CisFormat(ResultWriter writer) {
    this.writer = writer;
  }

  ResultWriter writer() {
    return writer;
  }
}
