package dev.assay.scap.evaluation;

import dev.assay.scap.host.Host;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.oval.OvalDocument;
import dev.assay.scap.oval.OvalEvaluation;
import dev.assay.scap.probe.Collectors;
import dev.assay.scap.probe.Semantics;
import dev.assay.scap.source.DataStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The evaluations of a datastream's OVAL documents over one host: one for each set of external
/// values, all with the same collectors, so that nothing is read twice.
final class OvalSessions {
  private final DataStream content;
  private final long now;
  private final Map<String, ObjectCollector> collectors;
  private final Map<String, List<String>> common;
  private final Map<Object, OvalEvaluation> evaluations = new LinkedHashMap<>();

  /// @param common values of external variables on which all rules agree
  OvalSessions(
      DataStream content, Host host, Semantics semantics, Map<String, List<String>> common) {
    this.content = content;
    this.now = host.time();
    this.collectors = Collectors.over(host, semantics);
    this.common = common;
  }

  /// The result of a definition, where the content has it.
  Optional<DefinitionResult> definition(String href, String id, Map<String, List<String>> exports) {
    return content
        .document(href)
        .flatMap(document -> Optional.ofNullable(evaluation(document, exports).evaluate(id)));
  }

  /// What was collected so far, by the ids of the objects; of one that depends on the values of a
  /// rule, what the first rule had.
  Map<String, Collected> collected() {
    Map<String, Collected> all = new HashMap<>();
    evaluations.values().forEach(each -> each.collected().forEach(all::putIfAbsent));
    return all;
  }

  private OvalEvaluation evaluation(OvalDocument document, Map<String, List<String>> exports) {
    Map<String, List<String>> values = new HashMap<>(common);
    values.putAll(exports);
    Object key = List.of(System.identityHashCode(document), values);
    return evaluations.computeIfAbsent(
        key, absent -> new OvalEvaluation(document, collectors, values, now));
  }
}
