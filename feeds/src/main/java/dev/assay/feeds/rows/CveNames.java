package dev.assay.feeds.rows;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.model.VulnerabilityId;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of the form `CVE-2021-44228`.
public final class CveNames {
  private static final Pattern NAME = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");
  private static final int QUOTED = 60;

  private CveNames() {}

  /// Reads a name that must be a CVE's.
  ///
  /// @throws MalformedRecordException where it is not
  public static VulnerabilityId parse(String text) {
    return parseLenient(text)
        .orElseThrow(
            () ->
                new MalformedRecordException(
                    "Not a CVE name: \""
                        + text.substring(0, Math.min(text.length(), QUOTED))
                        + "\""));
  }

  /// As {@link #parse}, empty where it is no CVE's name; blanks around it do not matter.
  public static Optional<VulnerabilityId> parseLenient(String text) {
    String name = text.strip();
    return NAME.matcher(name).matches() ? Optional.of(new VulnerabilityId(name)) : Optional.empty();
  }
}
