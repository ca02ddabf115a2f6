package dev.assay.feeds.osv;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.model.Advisory;
import dev.assay.model.FeedRecord;
import dev.assay.model.RejectedRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// OSV documents as texts, and their import.
final class OsvTexts {
  private OsvTexts() {}

  /// A document with one affected package, fixed in a version.
  static String document(String id, String ecosystem, String name, String fixed, String more) {
    return """
    {"id": "%s", "modified": "2024-02-03T04:05:06Z", %s "affected": [
      {"package": {"ecosystem": "%s", "name": "%s"},
       "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
    """
        .formatted(id, more, ecosystem, name, fixed);
  }

  static FeedEntry entry(String path, byte[] content) {
    return new FeedEntry() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public byte[] head() {
        return Arrays.copyOf(content, Math.min(content.length, 8192));
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content);
      }
    };
  }

  /// Imports a text by the importer that recognises it.
  static List<FeedRecord> imported(String text) {
    FeedEntry entry = entry("doc.json", text.getBytes(StandardCharsets.UTF_8));
    FeedImporter importer =
        OsvImporter.all().stream().filter(it -> it.recognises(entry)).findFirst().orElseThrow();
    List<FeedRecord> records = new ArrayList<>();
    try {
      importer.read(entry, records::add);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return records;
  }

  static Advisory advisory(String text) {
    return (Advisory) imported(text).getFirst();
  }

  static List<String> rejections(String text) {
    return imported(text).stream()
        .filter(RejectedRecord.class::isInstance)
        .map(record -> ((RejectedRecord) record).why())
        .toList();
  }
}
