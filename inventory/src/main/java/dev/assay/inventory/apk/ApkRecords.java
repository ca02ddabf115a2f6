package dev.assay.inventory.apk;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Splits apk's installed database into records: lines of one letter, a colon and a value, ended
/// by an empty line. Letters that were not asked for (files, checksums, dependencies) never
/// become text.
final class ApkRecords {
  private ApkRecords() {}

  /// One package.
  ///
  /// @param line of the file on which it begins, from 1
  /// @param fields by letter; of a letter that occurs twice the first value
  record ApkRecord(int line, Map<Character, String> fields) {
    String field(char letter) {
      return fields.getOrDefault(letter, "");
    }
  }

  /// What could not be understood.
  ///
  /// @param brokenLines lines without a letter and a colon
  /// @param firstBrokenLine number of the first of them, 0 if there is none
  record Damage(int brokenLines, int firstBrokenLine) {}

  /// Hands every record to `records`, with the fields whose letters are in `wanted`.
  static Damage parse(byte[] content, String wanted, Consumer<ApkRecord> records) {
    Map<Character, String> fields = new HashMap<>();
    int line = 0;
    int recordLine = 0;
    int brokenLines = 0;
    int firstBrokenLine = 0;
    int start = 0;
    while (start < content.length) {
      int newline = start;
      while (newline < content.length && content[newline] != '\n') {
        newline++;
      }
      int end = newline > start && content[newline - 1] == '\r' ? newline - 1 : newline;
      line++;
      if (start == end) {
        if (recordLine != 0) {
          records.accept(new ApkRecord(recordLine, fields));
          fields = new HashMap<>();
          recordLine = 0;
        }
      } else if (end - start < 2 || content[start + 1] != ':' || !isLetter(content[start])) {
        brokenLines++;
        firstBrokenLine = firstBrokenLine == 0 ? line : firstBrokenLine;
      } else {
        recordLine = recordLine == 0 ? line : recordLine;
        char letter = (char) content[start];
        if (wanted.indexOf(letter) >= 0) {
          fields.putIfAbsent(
              letter, new String(content, start + 2, end - start - 2, StandardCharsets.UTF_8));
        }
      }
      start = newline + 1;
    }
    if (recordLine != 0) {
      records.accept(new ApkRecord(recordLine, fields));
    }
    return new Damage(brokenLines, firstBrokenLine);
  }

  private static boolean isLetter(byte octet) {
    return (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z');
  }
}
