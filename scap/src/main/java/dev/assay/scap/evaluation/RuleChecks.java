package dev.assay.scap.evaluation;

import dev.assay.scap.oval.DefinitionResult;
import dev.assay.scap.oval.OvalDocument;
import dev.assay.scap.xccdf.CheckReference;
import dev.assay.scap.xccdf.Policy;
import dev.assay.scap.xccdf.Rule;
import dev.assay.scap.xccdf.RuleStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs the checks of a rule. OVAL is a checking system here, and scripts are where they are
/// allowed; a questionnaire is for a person.
final class RuleChecks {
  private static final String OVAL = "http://oval.mitre.org/XMLSchema/oval-definitions-5";

  private final Policy policy;
  private final OvalSessions sessions;
  private final Map<String, OvalDocument> documents;
  private final Optional<ScriptChecks> scripts;

  /// @param scripts empty where none is to be run
  RuleChecks(
      Policy policy,
      OvalSessions sessions,
      Map<String, OvalDocument> documents,
      Optional<ScriptChecks> scripts) {
    this.policy = policy;
    this.sessions = sessions;
    this.documents = documents;
    this.scripts = scripts;
  }

  /// What came of a check.
  ///
  /// @param definition the one it came of, where each has an outcome of its own; otherwise empty
  record Outcome(
      String definition, RuleStatus status, String reason, List<DefinitionResult> evidence) {
    static Outcome of(RuleStatus status, String reason) {
      return new Outcome("", status, reason, List.of());
    }
  }

  /// One outcome, or as many as a multi-check has definitions. Within a complex check a multi-check
  /// is like any other (XCCDF 1.2, section 7.2.3.5.1).
  List<Outcome> check(Rule rule) {
    if (rule.complexCheck().isPresent()) {
      return List.of(run(rule.complexCheck().get()));
    }
    if (rule.checks().isEmpty()) {
      return List.of(Outcome.of(RuleStatus.NOTCHECKED, "The rule has no check."));
    }
    String selector = policy.selector(rule);
    return chosen(rule.checks(), selector)
        .or(() -> chosen(rule.checks(), ""))
        .map(check -> check.multiple() ? each(check) : List.of(run(check)))
        .orElseGet(
            () ->
                List.of(
                    Outcome.of(
                        RuleStatus.NOTCHECKED,
                        "It is checked by "
                            + String.join(
                                ", ",
                                rule.checks().stream().map(RuleChecks::system).distinct().toList())
                            + ".")));
  }

  private List<Outcome> each(CheckReference.Simple check) {
    Outcome whole = run(check);
    if (whole.evidence().size() < 2) {
      return List.of(whole);
    }
    return whole.evidence().stream()
        .map(result -> outcome(check, result.definition().id(), List.of(result)))
        .toList();
  }

  private static String system(CheckReference.Simple check) {
    return switch (check.system()) {
      case "http://scap.nist.gov/schema/ocil/2" -> "a questionnaire for a person";
      case ScriptChecks.SYSTEM -> "a script, which is not run";
      default -> check.system();
    };
  }

  /// The first of OVAL; among checks of both systems, OpenSCAP takes the last.
  private Optional<CheckReference.Simple> chosen(
      List<CheckReference.Simple> checks, String selector) {
    List<CheckReference.Simple> known =
        checks.stream()
            .filter(check -> isKnown(check.system()) && check.selector().equals(selector))
            .toList();
    boolean both = known.stream().anyMatch(check -> check.system().equals(ScriptChecks.SYSTEM));
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(both ? known.getLast() : known.getFirst());
  }

  private boolean isKnown(String system) {
    return system.equals(OVAL) || (scripts.isPresent() && system.equals(ScriptChecks.SYSTEM));
  }

  private Outcome run(CheckReference check) {
    return switch (check) {
      case CheckReference.Complex complex -> {
        List<Outcome> parts = complex.parts().stream().map(this::run).toList();
        List<RuleStatus> statuses = parts.stream().map(Outcome::status).toList();
        RuleStatus status = complex.and() ? RuleStatus.and(statuses) : RuleStatus.or(statuses);
        yield new Outcome(
            "",
            status.negatedIf(complex.negate()),
            String.join(" ", parts.stream().map(Outcome::reason).distinct().toList()).strip(),
            parts.stream().flatMap(part -> part.evidence().stream()).toList());
      }
      case CheckReference.Simple simple -> run(simple);
    };
  }

  private Outcome run(CheckReference.Simple check) {
    if (scripts.isPresent() && check.system().equals(ScriptChecks.SYSTEM)) {
      return scripts.get().run(check);
    }
    if (!check.system().equals(OVAL)) {
      return Outcome.of(RuleStatus.NOTCHECKED, "It is checked by " + system(check) + ".");
    }
    Map<String, List<String>> exports = new HashMap<>();
    check.exports().forEach((variable, value) -> exports.put(variable, policy.values(value)));
    for (CheckReference.Content content : check.contents()) {
      OvalDocument document = documents.get(content.href());
      if (document == null) {
        continue;
      }
      List<DefinitionResult> evidence = new ArrayList<>();
      List<String> names =
          content.name().isEmpty()
              ? List.copyOf(document.definitions().keySet())
              : List.of(content.name());
      names.forEach(
          name -> sessions.definition(content.href(), name, exports).ifPresent(evidence::add));
      if (evidence.size() == names.size() && !names.isEmpty()) {
        return outcome(check, "", evidence);
      }
    }
    return Outcome.of(
        RuleStatus.NOTCHECKED,
        "The content it refers to is not in the datastream: " + check.contents());
  }

  private static Outcome outcome(
      CheckReference.Simple check, String definition, List<DefinitionResult> evidence) {
    RuleStatus status =
        RuleStatus.and(
            evidence.stream()
                .map(result -> RuleStatus.of(result.truth(), result.definition().definitionClass()))
                .toList());
    return new Outcome(
        definition, status.negatedIf(check.negate()), Reasons.of(evidence), evidence);
  }
}
