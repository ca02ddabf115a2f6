package dev.assay.assessment.classic.template;

import dev.assay.assessment.classic.DurationRange;
import dev.assay.assessment.classic.NamePattern;
import dev.assay.assessment.classic.rulespackage.RulesPackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which templates to list; all of it must hold.
///
/// @param targets empty for all
/// @param name null for all
/// @param rulesPackages that a template must have *all* of; empty for all templates
public record TemplateFilter(
    List<String> targets,
    @Nullable NamePattern name,
    DurationRange duration,
    List<RulesPackage> rulesPackages) {
  public TemplateFilter {
    targets = List.copyOf(targets);
    rulesPackages = List.copyOf(rulesPackages);
  }
}
