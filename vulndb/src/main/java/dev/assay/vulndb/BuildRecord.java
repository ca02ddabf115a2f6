package dev.assay.vulndb;

import dev.assay.model.DatabaseInfo;
import dev.assay.model.SourceId;
import dev.assay.model.SourceInfo;
import dev.assay.vulndb.file.DatabaseFile;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Region;
import dev.assay.vulndb.file.Section;
import dev.assay.vulndb.record.Moments;
import dev.assay.vulndb.record.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a database says of itself. The sources' counts are read only when asked for.
///
/// @param vulnerabilityRecords how many vulnerabilities are known at all
/// @param affectingCount how many of them a statement names
/// @param sources the sources, in order
/// @param sourcesAt where more on them lies
record BuildRecord(
    Region region,
    Instant built,
    boolean starter,
    long vulnerabilityRecords,
    long affectingCount,
    List<SourceId> sources,
    long sourcesAt) {

  static BuildRecord read(DatabaseFile file) {
    Region region = file.section(Section.INFO);
    Decoder decoder = region.at(0);
    @Nullable Instant built = Moments.read(decoder);
    if (built == null) {
      throw decoder.corrupt("no date");
    }
    boolean starter = decoder.flag();
    long vulnerabilityRecords = decoder.longNumber();
    long affectingCount = decoder.longNumber();
    List<SourceId> sources = new ArrayList<>();
    int count = decoder.count();
    for (int i = 0; i < count; i++) {
      String id = decoder.text();
      if (id.isBlank()) {
        throw decoder.corrupt("a source without a name");
      }
      sources.add(new SourceId(id));
    }
    return new BuildRecord(
        region,
        built,
        starter,
        vulnerabilityRecords,
        affectingCount,
        List.copyOf(sources),
        decoder.position());
  }

  DatabaseInfo info(String name) {
    Decoder decoder = region.at(sourcesAt);
    List<SourceInfo> infos = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      infos.add(Sources.read(decoder));
    }
    return new DatabaseInfo(name, built, starter, affectingCount, infos);
  }
}
