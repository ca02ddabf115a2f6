package dev.assay.awsapi.codegen;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/// Names of a model as Java can bear them.
final class Names {
  /// What a record may not call a component, and what our interfaces already mean.
  private static final Set<String> TAKEN =
      Set.of(
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "builder",
          "toBuilder",
          "build",
          "member",
          "of");

  private Names() {}

  static String member(String name) {
    String java = decapitalised(name);
    return SourceVersion.isKeyword(java) || TAKEN.contains(java) ? java + "_" : java;
  }

  static String constant(String value) {
    String java =
        value
            .replaceAll("([a-z])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]", "_")
            .toUpperCase(Locale.ROOT);
    return Character.isDigit(java.charAt(0)) ? "_" + java : java;
  }

  static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
