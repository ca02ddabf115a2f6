package dev.assay.feeds;

import java.util.regex.Pattern;

/// Recognises that a description calls its own vulnerability disputed or rejected: by the marks
/// `** DISPUTED **` and `** REJECT **`, and by the note that took the former's place in 2023
/// (`NOTE: this is disputed by the supplier …`).
public final class DisputedText {
  private static final Pattern MARK =
      Pattern.compile(
          "\\*\\* ?(DISPUTED|REJECT)|^\\s*(DISPUTED|REJECT(ED)?)\\b|\\bN(OTE|ote): [^.]{0,80}\\bdisputed\\b");

  private DisputedText() {}

  public static boolean isDisputed(String description) {
    return MARK.matcher(description).find();
  }
}
