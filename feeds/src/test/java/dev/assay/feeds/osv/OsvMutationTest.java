package dev.assay.feeds.osv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.debian.DebianTrackerImporter;
import dev.assay.model.FeedRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OsvMutationTest {
  private static final List<String> SEEDS =
      List.of(
          OsvTexts.document(
              "DSA-1-1", "Debian:12", "nano", "2:1.0-1", "\"related\": [\"CVE-2024-0001\"],"),
          OsvTexts.document(
              "CVE-2024-0001", "Debian:12", "nano", "0", "\"aliases\": [\"GHSA-1\"],"),
          OsvTexts.document(
              "RHSA-2024:1",
              "Red Hat:enterprise_linux:8::baseos",
              "nano",
              "0:1-1.module+el8",
              "\"summary\": \"x: a:1 y\","),
          OsvTexts.document("SUSE-SU-2024:1", "SUSE:Linux Enterprise Server 12", "nano", "1", "")
              .replace(
                  "\"ranges\"",
                  "\"ecosystem_specific\": {\"binaries\": [{\"a\": \"1\"}]}, \"ranges\""),
          OsvTexts.document("USN-1-1", "Ubuntu:Pro:16.04:LTS", "nano", "1", ""),
          OsvTexts.document("ALSA-2024:1", "AlmaLinux:9", "nano", "1", ""),
          """
          {"nano": {"CVE-2024-0001": {"description": "x", "releases":
            {"bookworm": {"status": "resolved", "fixed_version": "1", "urgency": "low"}}}}}
          """);

  /// Characters that are likely to matter.
  private static final String ALPHABET = "{}[]\":,0123 \\\u0000\u007fé.-enul";

  @Test
  void no_mutation_of_a_document_crashes_or_hangs() {
    Random random = new Random(20261124);
    int records = 0;
    for (int round = 0; round < 6_000; round++) {
      StringBuilder text = new StringBuilder(SEEDS.get(round % SEEDS.size()));
      for (int change = random.nextInt(4); change >= 0 && !text.isEmpty(); change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
          default -> text.setLength(random.nextInt(6) == 0 ? at : text.length());
        }
      }
      records += readByAll(text.toString().getBytes(StandardCharsets.UTF_8)).size();
    }
    assertThat(records).isPositive();
  }

  @FuzzTest
  void any_bytes_are_read_or_rejected(byte[] content) {
    assertThat(readByAll(content)).isNotNull();
  }

  private static List<FeedRecord> readByAll(byte[] content) {
    List<FeedImporter> importers = new ArrayList<>(OsvImporter.all());
    importers.add(new DebianTrackerImporter());
    FeedEntry entry = OsvTexts.entry("doc.json", Arrays.copyOf(content, content.length));
    List<FeedRecord> records = new ArrayList<>();
    for (FeedImporter importer : importers) {
      try {
        if (importer.recognises(entry)) {
          importer.read(entry, records::add);
        }
      } catch (IOException impossible) {
        throw new IllegalStateException("bytes in memory can be read", impossible);
      }
    }
    return records;
  }
}
