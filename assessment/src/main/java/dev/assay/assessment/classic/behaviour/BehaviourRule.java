package dev.assay.assessment.classic.behaviour;

import dev.assay.assessment.classic.evaluation.RuleFinding;
import java.util.List;

/// One rule of the package.
interface BehaviourRule {

  /// What it finds on a host; the words are for its findings.
  List<RuleFinding> findings(Behaviour seen, BehaviourWords words);
}
