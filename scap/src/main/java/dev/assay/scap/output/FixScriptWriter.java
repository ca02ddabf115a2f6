package dev.assay.scap.output;

import dev.assay.scap.evaluation.BenchmarkResult;
import dev.assay.scap.evaluation.RuleResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes the content's own fixes of the rules that failed and are not waived, the profile's values
/// put in, as one file for a person to read and run. Nothing here runs it.
public final class FixScriptWriter implements ResultWriter {
  private final Language language;
  private final Map<String, String> fixes;

  /// @param fixes by the ids of rules, for one language
  public FixScriptWriter(Language language, Map<String, String> fixes) {
    this.language = language;
    this.fixes = Map.copyOf(fixes);
  }

  /// What fixes are written in.
  public enum Language {
    BASH("urn:xccdf:fix:script:sh", "#!/usr/bin/env bash\n"),
    ANSIBLE("urn:xccdf:fix:script:ansible", "---\n- hosts: all\n  become: true\n  tasks:\n");

    private final String system;
    private final String head;

    Language(String system, String head) {
      this.system = system;
      this.head = head;
    }

    /// The system of such a fix in XCCDF.
    public String system() {
      return system;
    }
  }

  @Override
  public void write(BenchmarkResult result, String resource, OutputStream out) throws IOException {
    StringBuilder script = new StringBuilder(language.head);
    comment(script, result.benchmark().title() + ", " + result.profile() + ", of " + resource);
    List<RuleResult> failed =
        result.rules().stream().filter(rule -> rule.isFailureOn(result.day())).toList();
    for (RuleResult rule : failed) {
      String fix = fixes.get(rule.rule().id());
      script.append('\n');
      comment(script, rule.rule().id() + ": " + rule.rule().title());
      if (fix == null) {
        comment(script, "The content has no fix for it in this language.");
      } else {
        script.append(
            switch (language) {
              // Each in a shell of its own, so that one that exits does not end the others.
              case BASH -> "(\n" + fix + "\n)\n";
              case ANSIBLE -> fix.indent(4);
            });
      }
    }
    out.write(script.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// In YAML comments may stand at any depth.
  private static void comment(StringBuilder script, String text) {
    script.append("# ").append(text.replaceAll("\\s+", " ")).append('\n');
  }
}
