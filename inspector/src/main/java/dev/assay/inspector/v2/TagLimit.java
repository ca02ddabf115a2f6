package dev.assay.inspector.v2;

import dev.assay.awsapi.inspector2.BadRequestException;
import java.util.Map;

/// How many tags a thing may have.
final class TagLimit {
  private static final int MOST = 50;

  private TagLimit() {}

  static void check(Map<String, String> tags) {
    if (tags.size() > MOST) {
      throw new BadRequestException("A resource has at most " + MOST + " tags.");
    }
  }
}
