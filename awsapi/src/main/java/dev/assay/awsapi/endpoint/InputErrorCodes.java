package dev.assay.awsapi.endpoint;

import dev.assay.awsapi.codec.Violation;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.schema.Shape;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Codes of the errors of a service that has them (Classic): which input was wrong. The code of a
/// member is the one that is named like it, unless the overlay names another.
final class InputErrorCodes {
  private final ServiceSchema service;

  InputErrorCodes(ServiceSchema service) {
    this.service = service;
  }

  /// The code of the first violation: there is room for one.
  String of(List<Violation> violations) {
    Violation violation = violations.getFirst();
    Set<String> known = codes(service.invalidInput());
    for (String candidate : candidates(violation)) {
      if (known.contains(candidate)) {
        return candidate;
      }
    }
    return "INVALID_ATTRIBUTE";
  }

  /// From the innermost member outwards: `tags.0.key` is TAG_KEY, else TAG.
  private List<String> candidates(Violation violation) {
    List<String> steps =
        Arrays.stream(violation.path().split("\\.")).filter(s -> !s.matches("[0-9]+")).toList();
    Set<String> candidates = new LinkedHashSet<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      String step = steps.get(i);
      if (violation.kind() == Violation.Kind.LENGTH) {
        candidates.add("INVALID_NUMBER_OF_" + upper(step));
      }
      if (i > 0) {
        String parent = mapped(steps.get(i - 1));
        candidates.add(parent + "_" + upper(step));
      }
      candidates.add(mapped(step));
      candidates.add("INVALID_" + upper(step));
    }
    return List.copyOf(candidates);
  }

  private String mapped(String member) {
    return service.inputErrorCodes().getOrDefault(member, "INVALID_" + singular(upper(member)));
  }

  /// The code of a refusal: of the kind of thing that the operation is about.
  String denied(String operation) {
    Set<String> known = codes("AccessDeniedException");
    String name = upper(operation);
    return known.stream()
        .filter(code -> name.contains(code.substring("ACCESS_DENIED_TO_".length())))
        .findFirst()
        .orElse("ACCESS_DENIED_TO_IAM_ROLE");
  }

  private Set<String> codes(String error) {
    Member member = service.struct(error).byWireName().get("errorCode");
    return member != null
            && member.target().get() instanceof Shape.Enumeration(_, Set<String> values)
        ? values
        : Set.of();
  }

  private static String singular(String name) {
    if (name.endsWith("IES")) {
      return name.substring(0, name.length() - 3) + "Y";
    }
    return name.endsWith("S") && !name.endsWith("RESULTS")
        ? name.substring(0, name.length() - 1)
        : name;
  }

  private static String upper(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
