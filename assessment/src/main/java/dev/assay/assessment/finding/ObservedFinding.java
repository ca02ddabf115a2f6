package dev.assay.assessment.finding;

/// What an assessment just found on a resource.
public record ObservedFinding(FindingKey key, FindingFacets facets, FindingContent content) {
  public ObservedFinding {
    if (key.type() != content.type()) {
      throw new IllegalArgumentException(
          "A finding of type " + key.type() + " with the content of a " + content.type());
    }
  }
}
