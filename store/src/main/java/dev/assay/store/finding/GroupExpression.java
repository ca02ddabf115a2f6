package dev.assay.store.finding;

import dev.assay.assessment.aggregation.Grouping;
import dev.assay.store.resource.ResourceRow;

/// What the rows of a group have in common, as expressions that are never null.
///
/// @param name what conditions on names are compared with
/// @param detail a second part of what makes a group, empty where the name is enough
record GroupExpression(String name, String detail) {
  private static final String NONE = "''";

  static GroupExpression of(Grouping grouping) {
    return switch (grouping) {
      case ACCOUNT -> new GroupExpression(NONE, NONE);
      case PACKAGE -> new GroupExpression("p.name", NONE);
      case TITLE ->
          new GroupExpression(
              "f.title", "case when f.type = 'PACKAGE_VULNERABILITY' then f.rule else '' end");
      case IMAGE_REPOSITORY ->
          new GroupExpression(ResourceRow.detail("CONTAINER_IMAGE", "repository"), NONE);
      case HOST_IMAGE -> new GroupExpression(ResourceRow.detail("HOST", "imageId"), NONE);
      case HOST, CONTAINER_IMAGE, FUNCTION, CODE_REPOSITORY -> new GroupExpression("r.id", NONE);
    };
  }
}
