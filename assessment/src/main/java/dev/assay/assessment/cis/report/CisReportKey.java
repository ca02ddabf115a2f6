package dev.assay.assessment.cis.report;

import dev.assay.assessment.tenant.AccountId;
import java.util.List;
import java.util.Optional;

/// Which report.
///
/// @param scan its ARN
/// @param account whose resources alone; empty for all
public record CisReportKey(String scan, Optional<AccountId> account, Format format) {

  public enum Format {
    CSV("text/csv; charset=utf-8"),
    PDF("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /// As a link names it.
  public String text() {
    return String.join(" ", scan, account.map(AccountId::value).orElse("-"), format.name());
  }

  /// What `text` wrote.
  ///
  /// @throws IllegalArgumentException where the text is none of `text`'s
  public static CisReportKey parse(String text) {
    List<String> parts = List.of(text.split(" ", -1));
    if (parts.size() != 3) {
      throw new IllegalArgumentException("Not the key of a report: " + text);
    }
    return new CisReportKey(
        parts.get(0),
        parts.get(1).equals("-") ? Optional.empty() : Optional.of(new AccountId(parts.get(1))),
        Format.valueOf(parts.get(2)));
  }
}
