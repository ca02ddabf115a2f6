package dev.assay.vulndb.record;

import java.util.List;

/// How much of a record is kept. A feed is not ours, and a scan's memory must not depend on it.
public final class Limits {
  /// Characters of a description, the ellipsis included.
  public static final int DESCRIPTION = 4_000;

  /// Characters of a title, a note or another remark.
  public static final int REMARK = 1_000;

  /// Characters of a name, a version, an address or a CVSS vector. A statement with a longer one
  /// is rejected; among an advisory's references, scores and such, a longer one is left out.
  public static final int NAME = 2_000;

  /// References, scores, weaknesses or aliases of one advisory.
  public static final int LIST = 64;

  /// References of a vulnerability, over all its sources.
  public static final int MERGED_REFERENCES = 20;

  /// Exploits of a vulnerability.
  public static final int EXPLOITS = 100;

  private Limits() {}

  /// The text, or its beginning with an ellipsis.
  public static String shorten(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  /// The first of a list's texts that are no longer than a name may be.
  static List<String> kept(List<String> texts) {
    return texts.stream().filter(text -> text.length() <= NAME).limit(LIST).toList();
  }
}
