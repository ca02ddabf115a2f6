package dev.assay.assessment.evidence;

import dev.assay.assessment.evidence.Advisories.Edition;
import dev.assay.assessment.finding.FindingChange.Judged;
import dev.assay.model.Assessment;
import java.util.List;

/// What an edition of the advisories says of a document.
///
/// @param mark the collector's mark of the document
/// @param observed the findings
record Judgement(
    String mark, String document, Edition edition, Assessment assessment, List<Judged> observed) {}
