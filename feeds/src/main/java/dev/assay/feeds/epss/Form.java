package dev.assay.feeds.epss;

import java.util.regex.Pattern;

/// The forms that scores come in.
enum Form {
  /// `cve,epss,percentile`, since 2022 after a line `#model_version:…,score_date:…`.
  CSV,
  /// An object whose array `data` holds an object for each score.
  JSON,
  /// A YAML record of VulnerableCode, which has other scores too.
  VULNERABLE_CODE,
  OTHER;

  private static final Pattern CSV_COLUMNS = Pattern.compile("\\A(#[^\n]*\n)?cve,epss\\b");
  private static final Pattern JSON_DATA =
      Pattern.compile("\"data\"\\s*:\\s*\\[\\s*\\{[^{}]*\"epss\"\\s*:");
  private static final Pattern VULNERABLE_CODE_ID =
      Pattern.compile("^vulnerability_id: *VCID-", Pattern.MULTILINE);

  static Form of(String head) {
    if (CSV_COLUMNS.matcher(head).find()) {
      return CSV;
    }
    if (head.startsWith("{")) {
      return JSON_DATA.matcher(head).find() ? JSON : OTHER;
    }
    return VULNERABLE_CODE_ID.matcher(head).find() ? VULNERABLE_CODE : OTHER;
  }
}
