package dev.assay.feeds.vulnrichment;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonValue;
import dev.assay.model.SsvcDecision;
import dev.assay.model.VulnerabilityId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An SSVC decision as vulnrichment writes it: `options` is an array of objects with one point
/// each.
record Decision(JsonValue content) {
  private static final Set<String> EXPLOITATION = Set.of("none", "poc", "active");
  private static final Set<String> AUTOMATABLE = Set.of("yes", "no");
  private static final Set<String> IMPACT = Set.of("partial", "total");

  /// The one that was made later; `other` where neither or both say when.
  Decision newer(Decision other) {
    return made().isAfter(other.made()) ? this : other;
  }

  private Instant made() {
    Instant made = content.optionalInstant("timestamp");
    return made == null ? Instant.EPOCH : made;
  }

  Optional<SsvcDecision> of(VulnerabilityId vulnerability, Rejections rejections) {
    try {
      return Optional.of(
          new SsvcDecision(
              vulnerability,
              point("Exploitation", EXPLOITATION),
              point("Automatable", AUTOMATABLE),
              point("Technical Impact", IMPACT)));
    } catch (MalformedRecordException malformed) {
      rejections.reject(malformed);
      return Optional.empty();
    }
  }

  private String point(String name, Set<String> values) {
    for (JsonValue option : content.elements("options")) {
      String value = option.textOrEmpty(name).toLowerCase(Locale.ROOT);
      if (values.contains(value)) {
        return value;
      }
      if (!value.isEmpty()) {
        throw content.malformed("decides " + name + " as \"" + value + "\"");
      }
    }
    throw content.malformed("does not decide " + name);
  }
}
