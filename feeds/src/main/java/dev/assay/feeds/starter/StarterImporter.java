package dev.assay.feeds.starter;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.cvss.CvssVectors;
import dev.assay.model.Advisory;
import dev.assay.model.AdvisoryId;
import dev.assay.model.AffectedPackage;
import dev.assay.model.AffectedPackage.Naming;
import dev.assay.model.Ecosystem;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploited;
import dev.assay.model.RejectedRecord;
import dev.assay.model.ReleaseLife;
import dev.assay.model.SourceId;
import dev.assay.model.VendorStatus;
import dev.assay.model.VersionRange;
import dev.assay.model.VulnerabilityId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the starter set: tab-separated lines, `V` for a vulnerability, `F` for the version that
/// fixes it in one ecosystem's packages, `L` for how long a release is supported. `#` starts a
/// remark.
public final class StarterImporter implements FeedImporter {
  private static final String MARK = "# assay starter set 1";
  private static final SourceId SOURCE = new SourceId("assay-starter");

  /// The set that ships with Assay.
  public static InputStream shipped() {
    InputStream shipped = StarterImporter.class.getResourceAsStream("starter.tsv");
    if (shipped == null) {
      throw new IllegalStateException("the starter set is missing from the program");
    }
    return shipped;
  }

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Assay starter set";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
    byte[] head = entry.head();
    return head.length >= mark.length
        && java.util.Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    try (InputStream in = entry.open()) {
      read(entry.path(), in, sink);
    }
  }

  /// Reads the lines of `in`, called `where` in messages.
  public void read(String where, InputStream in, Consumer<FeedRecord> sink) throws IOException {
    Map<String, String[]> vulnerabilities = new LinkedHashMap<>();
    Map<String, List<AffectedPackage>> fixes = new LinkedHashMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String[] fields = line.split("\t", -1);
      try {
        switch (fields[0]) {
          case "V" -> vulnerabilities.put(field(fields, 1), fields);
          case "F" ->
              fixes.computeIfAbsent(field(fields, 1), key -> new ArrayList<>()).addAll(fix(fields));
          case "L" -> sink.accept(life(fields));
          default -> {
            if (!line.isEmpty() && !line.startsWith("#")) {
              throw new IllegalArgumentException("a line starts with V, F, L or #");
            }
          }
        }
      } catch (IllegalArgumentException | DateTimeException | MalformedRecordException wrong) {
        sink.accept(
            new RejectedRecord(SOURCE, where + ":" + number, String.valueOf(wrong.getMessage())));
      }
    }
    vulnerabilities.forEach(
        (id, fields) -> {
          try {
            emit(fields, fixes.getOrDefault(id, List.of()), sink);
          } catch (IllegalArgumentException | DateTimeException | MalformedRecordException wrong) {
            sink.accept(
                new RejectedRecord(SOURCE, where + " " + id, String.valueOf(wrong.getMessage())));
          }
        });
  }

  private static void emit(
      String[] fields, List<AffectedPackage> affected, Consumer<FeedRecord> sink) {
    VulnerabilityId id = new VulnerabilityId(field(fields, 1));
    String vector = field(fields, 2);
    String title = field(fields, 5);
    sink.accept(
        new Advisory(
            SOURCE,
            new AdvisoryId(id.value()),
            Advisory.Kind.VULNERABILITY,
            List.of(id),
            List.of(),
            title,
            title,
            null,
            vector.isEmpty() ? List.of() : List.of(CvssVectors.score(field(fields, 6), vector)),
            List.of(),
            List.of("https://www.cve.org/CVERecord?id=" + id),
            null,
            null,
            null,
            false,
            affected));
    String added = field(fields, 3);
    if (!added.isEmpty()) {
      sink.accept(
          new KnownExploited(
              id, LocalDate.parse(added), null, field(fields, 4).equals("1"), title, ""));
    }
  }

  private static List<AffectedPackage> fix(String[] fields) {
    String version = field(fields, 5);
    String module = field(fields, 6);
    List<AffectedPackage> affected = new ArrayList<>();
    for (String name : field(fields, 7).split(" ")) {
      affected.add(
          new AffectedPackage(
              Ecosystem.parse(field(fields, 2)),
              field(fields, 3),
              name,
              field(fields, 4).equals("S") ? Naming.SOURCE : Naming.BINARY,
              version.isEmpty() ? VendorStatus.AFFECTED : VendorStatus.FIXED,
              version.isEmpty() ? List.of() : List.of(VersionRange.before(version)),
              null,
              emptyAsNull(module),
              null));
    }
    return affected;
  }

  private static ReleaseLife life(String[] fields) {
    return new ReleaseLife(
        SOURCE,
        Ecosystem.parse(field(fields, 1)),
        field(fields, 2),
        day(field(fields, 3)),
        day(field(fields, 4)),
        day(field(fields, 5)),
        emptyAsNull(field(fields, 6)));
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String field(String[] fields, int index) {
    if (index >= fields.length) {
      throw new IllegalArgumentException(
          "field " + index + " is missing: there are only " + fields.length);
    }
    return fields[index];
  }
}
