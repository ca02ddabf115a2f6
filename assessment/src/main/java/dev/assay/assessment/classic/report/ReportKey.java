package dev.assay.assessment.classic.report;

import dev.assay.assessment.classic.ClassicArn;

/// Which report of a run.
public record ReportKey(ClassicArn run, Format format, Type type) {

  public enum Format {
    HTML("text/html; charset=utf-8"),
    PDF("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /// Classic's two: what was found; and the same with the rules that were looked at.
  public enum Type {
    FINDING,
    FULL
  }

  /// As the key of work, and as a link names it.
  public String text() {
    return run + " " + format + " " + type;
  }

  /// What `text` wrote.
  ///
  /// @throws IllegalArgumentException where the text is none of `text`'s
  public static ReportKey parse(String text) {
    String[] parts = text.split(" ", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("Not the key of a report: " + text);
    }
    return new ReportKey(
        ClassicArn.parse(parts[0])
            .filter(arn -> arn.kind() == ClassicArn.Kind.RUN)
            .orElseThrow(() -> new IllegalArgumentException("Not the key of a report: " + text)),
        Format.valueOf(parts[1]),
        Type.valueOf(parts[2]));
  }
}
