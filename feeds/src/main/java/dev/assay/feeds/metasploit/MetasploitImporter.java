package dev.assay.feeds.metasploit;

import dev.assay.feeds.FeedEntry;
import dev.assay.feeds.FeedImporter;
import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.SkipCounts;
import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.json.JsonValue;
import dev.assay.feeds.rows.CveNames;
import dev.assay.feeds.rows.Heads;
import dev.assay.feeds.rows.RowReader;
import dev.assay.model.FeedRecord;
import dev.assay.model.KnownExploit;
import dev.assay.model.RejectedRecord;
import dev.assay.model.SourceId;
import dev.assay.model.VulnerabilityId;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads `modules_metadata_base.json`, one object with a member for each module, and the same
/// modules as one JSON object a file. A module that names no CVE yields nothing.
public final class MetasploitImporter implements FeedImporter {
  private static final SourceId SOURCE = new SourceId("metasploit");
  private static final Pattern FIRST_MODULE =
      Pattern.compile("\\A\\{\\s*\"[^\"]{1,300}\"\\s*:\\s*\\{");
  private static final Pattern MODULE_NAME =
      Pattern.compile(
          "\"fullname\"\\s*:\\s*" + "\"(auxiliary|encoder|evasion|exploit|nop|payload|post)/");

  private final SkipCounts skipped = new SkipCounts();

  @Override
  public SourceId source() {
    return SOURCE;
  }

  @Override
  public String title() {
    return "Metasploit framework modules";
  }

  @Override
  public boolean recognises(FeedEntry entry) {
    String head = Heads.text(entry);
    return head.startsWith("{") && MODULE_NAME.matcher(head).find();
  }

  @Override
  public void read(FeedEntry entry, Consumer<FeedRecord> sink) throws IOException {
    boolean all = FIRST_MODULE.matcher(Heads.text(entry)).find();
    try (InputStream input = entry.open()) {
      new RowReader(SOURCE, entry, sink)
          .document(
              () -> {
                if (all) {
                  JsonReader.readMembers(input, (name, module) -> readOne(entry, module, sink));
                } else {
                  module(JsonReader.read(input), sink);
                }
              });
    }
  }

  @Override
  public Map<String, Long> skipped() {
    return skipped.asMap();
  }

  private void readOne(FeedEntry entry, JsonValue module, Consumer<FeedRecord> sink) {
    try {
      module(module, sink);
    } catch (MalformedRecordException malformed) {
      sink.accept(new RejectedRecord(SOURCE, entry.path(), malformed.problem()));
    }
  }

  private void module(JsonValue module, Consumer<FeedRecord> sink) {
    String reference = module.text("fullname");
    String title = module.textOrEmpty("name");
    Set<VulnerabilityId> names = new LinkedHashSet<>();
    for (String text : module.texts("references")) {
      CveNames.parseLenient(text).ifPresent(names::add);
    }
    if (names.isEmpty()) {
      skipped.add("a module that names no CVE");
    }
    for (VulnerabilityId name : names) {
      sink.accept(new KnownExploit(name, SOURCE, reference, title));
    }
  }
}
