package dev.assay.scap.source;

import dev.assay.scap.oval.OvalDocument;
import dev.assay.scap.xccdf.Benchmark;
import dev.assay.scap.xccdf.CpeDictionary;
import dev.assay.scap.xccdf.Tailoring;
import java.util.Map;
import java.util.Optional;

/// A SCAP 1.2 or 1.3 source datastream: a benchmark with the OVAL documents it refers to.
///
/// @param oval by the name by which checks refer to a document
/// @param scripts that check rules, by the name by which checks refer to them
public record DataStream(
    Benchmark benchmark,
    CpeDictionary dictionary,
    Map<String, OvalDocument> oval,
    Map<String, String> scripts) {
  /// The OVAL document a reference names.
  public Optional<OvalDocument> document(String href) {
    return Optional.ofNullable(oval.get(href));
  }

  /// This content with the profiles of a tailoring.
  public DataStream tailored(Tailoring tailoring) {
    return new DataStream(tailoring.of(benchmark), dictionary, oval, scripts);
  }
}
