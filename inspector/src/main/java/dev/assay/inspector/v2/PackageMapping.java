package dev.assay.inspector.v2;

import dev.assay.assessment.query.Criterion.NumberRange;
import dev.assay.assessment.query.Criterion.PackageCondition;
import dev.assay.awsapi.inspector2.NumberFilter;
import dev.assay.awsapi.inspector2.PackageFilter;

/// The model's conditions on an affected package.
final class PackageMapping {
  private PackageMapping() {}

  static PackageCondition condition(PackageFilter filter) {
    NumberFilter epoch = filter.epoch();
    return new PackageCondition(
        TextMapping.conditionOrNull(filter.name()),
        TextMapping.conditionOrNull(filter.version()),
        epoch == null ? null : CriteriaMapping.range(epoch),
        TextMapping.conditionOrNull(filter.release()),
        TextMapping.conditionOrNull(filter.architecture()),
        TextMapping.conditionOrNull(filter.filePath()),
        TextMapping.conditionOrNull(filter.sourceLayerHash()),
        TextMapping.conditionOrNull(filter.sourceLambdaLayerArn()));
  }

  static PackageFilter filter(PackageCondition condition) {
    NumberRange epoch = condition.epoch();
    return PackageFilter.builder()
        .name(TextMapping.filterOrNull(condition.name()))
        .version(TextMapping.filterOrNull(condition.version()))
        .epoch(epoch == null ? null : CriteriaMapping.filter(epoch))
        .release(TextMapping.filterOrNull(condition.release()))
        .architecture(TextMapping.filterOrNull(condition.architecture()))
        .filePath(TextMapping.filterOrNull(condition.filePath()))
        .sourceLayerHash(TextMapping.filterOrNull(condition.sourceLayerHash()))
        .sourceLambdaLayerArn(TextMapping.filterOrNull(condition.sourceLambdaLayerArn()))
        .build();
  }
}
