package dev.assay.vulndb.build;

import dev.assay.model.Ecosystem;
import dev.assay.version.VersionScheme;
import dev.assay.vulndb.file.DatabaseOutput;
import dev.assay.vulndb.file.Encoder;
import dev.assay.vulndb.file.KeyIndexWriter;
import dev.assay.vulndb.file.Section;
import dev.assay.vulndb.record.Attributes;
import dev.assay.vulndb.record.EcosystemVersions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Writes the packages: ecosystems, names and blocks. Equal blocks are written once.
final class EcosystemsWriter {
  private final Statements statements;
  private final AdvisoryOrder advisories;
  private final BlockEncoder encoder;
  private final Dictionary blocks = new Dictionary();
  private final IntColumn blockPositions = new IntColumn();
  private final Encoder block = new Encoder();
  private final Encoder directory = new Encoder();
  private final Encoder names = new Encoder();
  private final Encoder slots = new Encoder();
  private final int[] nameLocations;
  private int blocksLength;

  EcosystemsWriter(Statements statements, AdvisoryOrder advisories, BlockEncoder encoder) {
    this.statements = statements;
    this.advisories = advisories;
    this.encoder = encoder;
    this.nameLocations = new int[statements.nameCount()];
  }

  void write(DatabaseOutput output) throws IOException {
    IntColumn.Grouping rows = statements.byName();
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<Ecosystem, List<Integer>> each : statements.namesByEcosystem().entrySet()) {
      Part part = new Part(each.getKey());
      part.addAll(each.getValue(), rows);
      if (part.nameCount > 0) {
        parts.add(part);
      }
    }
    directory.number(parts.size());
    parts.forEach(Part::finish);
    output.section(Section.ECOSYSTEMS, directory);
    output.section(Section.NAMES, names);
    output.section(Section.NAME_SLOTS, slots);
    output.section(
        Section.BLOCKS,
        sink -> {
          for (int number = 0; number < blocks.size(); number++) {
            byte[] bytes = blocks.bytes(number);
            sink.write(bytes, 0, bytes.length);
          }
        });
  }

  /// Where the record of a name is among all names.
  int location(int nameNumber) {
    return nameLocations[nameNumber];
  }

  private int blockPosition(List<Integer> rows, VersionScheme scheme) {
    encoder.encode(rows, scheme, block.clear());
    int number = blocks.numberOf(block);
    if (number == blockPositions.size()) {
      blockPositions.add(blocksLength);
      blocksLength = Math.addExact(blocksLength, block.length());
    }
    return blockPositions.get(number);
  }

  /// One ecosystem.
  private final class Part {
    private final Ecosystem ecosystem;
    private final KeyIndexWriter index = new KeyIndexWriter();
    private final BitSet usedAttributes = new BitSet();
    private final List<Integer> nameNumbers = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private long statementCount;
    private int nameCount;

    Part(Ecosystem ecosystem) {
      this.ecosystem = ecosystem;
    }

    void addAll(List<Integer> sortedNames, IntColumn.Grouping rows) {
      VersionScheme scheme = EcosystemVersions.of(ecosystem);
      for (int name : sortedNames) {
        List<Integer> kept = new ArrayList<>();
        for (int nth = 0; nth < rows.count(name); nth++) {
          int row = rows.index(name, nth);
          if (!advisories.isDropped(row)) {
            kept.add(row);
            usedAttributes.set(statements.attributes(row));
          }
        }
        if (!kept.isEmpty()) {
          statementCount += kept.size();
          nameCount++;
          byte[] key = statements.nameBytes(name);
          nameNumbers.add(name);
          positions.add(index.add(key, key.length, blockPosition(kept, scheme)));
        }
      }
    }

    void finish() {
      int namesStart = names.length();
      int slotsStart = slots.length();
      for (int i = 0; i < nameNumbers.size(); i++) {
        nameLocations[nameNumbers.get(i)] = namesStart + positions.get(i);
      }
      Encoder own = index.slots();
      names.append(index.records());
      slots.append(own);
      directory.text(ecosystem.name()).text(ecosystem.release());
      directory.number(statementCount).number(nameCount);
      directory.number(namesStart).number(index.records().length());
      directory.number(slotsStart).number(own.length());
      TreeSet<String> repositories = new TreeSet<>();
      usedAttributes.stream()
          .forEach(
              used ->
                  repositories.add(
                      Attributes.readFrom(statements.attributeDictionary().decoder(used))
                          .repository()));
      directory.number(repositories.size());
      repositories.forEach(directory::text);
    }
  }
}
