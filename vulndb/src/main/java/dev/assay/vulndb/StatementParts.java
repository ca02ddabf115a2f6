package dev.assay.vulndb;

import dev.assay.model.SourceId;
import dev.assay.vulndb.file.DatabaseFile;
import dev.assay.vulndb.file.RecordTable;
import dev.assay.vulndb.file.Section;
import dev.assay.vulndb.record.AdvisoryHead;
import dev.assay.vulndb.record.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What statements refer to by number, with the last of each kept. Threads may see each other's
/// entries late, never half.
final class StatementParts {
  private static final int KEPT_HEADS = 1 << 12;
  private static final int KEPT_ATTRIBUTES = 1 << 10;

  private final RecordTable heads;
  private final RecordTable attributes;
  private final List<SourceId> sources;
  private final @Nullable KeptHead[] keptHeads = new KeptHead[KEPT_HEADS];
  private final @Nullable KeptAttributes[] keptAttributes = new KeptAttributes[KEPT_ATTRIBUTES];

  StatementParts(DatabaseFile file, List<SourceId> sources) {
    this.heads =
        new RecordTable(file.section(Section.ADVISORY_POSITIONS), file.section(Section.ADVISORIES));
    this.attributes =
        new RecordTable(
            file.section(Section.ATTRIBUTE_POSITIONS), file.section(Section.ATTRIBUTES));
    this.sources = sources;
  }

  AdvisoryHead head(long number) {
    int place = (int) number & (KEPT_HEADS - 1);
    KeptHead kept = keptHeads[place];
    if (kept == null || kept.number != number) {
      kept = new KeptHead(number, AdvisoryHead.readFrom(heads.record(number), sources));
      keptHeads[place] = kept;
    }
    return kept.head;
  }

  Attributes attributes(int number) {
    int place = number & (KEPT_ATTRIBUTES - 1);
    KeptAttributes kept = keptAttributes[place];
    if (kept == null || kept.number != number) {
      kept = new KeptAttributes(number, Attributes.readFrom(attributes.record(number)));
      keptAttributes[place] = kept;
    }
    return kept.attributes;
  }

  long advisoryCount() {
    return heads.size();
  }

  private record KeptHead(long number, AdvisoryHead head) {}

  private record KeptAttributes(int number, Attributes attributes) {}
}
