package dev.assay.vulndb.build;

import dev.assay.model.VendorStatus;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import dev.assay.vulndb.file.Encoder;
import dev.assay.vulndb.file.FileFormat;
import dev.assay.vulndb.record.StatementShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes package blocks; {@link dev.assay.vulndb.file.FileFormat} says how they are laid out.
final class BlockEncoder {
  private static final Comparator<Grouped> BY_VERSION =
      Comparator.comparing(Grouped::version).thenComparing(grouped -> grouped.version().text());

  private final Statements statements;
  private final AdvisoryOrder advisories;
  private final AttributeNumbers attributes;
  private final Documents documents;
  private final RangeEnds ends;

  BlockEncoder(
      Statements statements,
      Documents documents,
      AdvisoryOrder advisories,
      AttributeNumbers attributes) {
    this.statements = statements;
    this.documents = documents;
    this.advisories = advisories;
    this.attributes = attributes;
    this.ends = new RangeEnds(statements);
  }

  /// Writes the block of some rows, which are of one name.
  void encode(List<Integer> rows, VersionScheme scheme, Encoder into) {
    List<Grouped> grouped = new ArrayList<>();
    List<Row> unfixed = new ArrayList<>();
    List<Row> complex = new ArrayList<>();
    List<Row> settled = new ArrayList<>();
    for (int row : rows) {
      RangeEnds.Known ranges = ends.of(statements.ranges(row), scheme);
      if (isSettled(row)) {
        settled.add(row(row, outsideGroup(ranges.shape())));
        continue;
      }
      switch (ranges.end()) {
        case RangeEnd.FixedIn(Version version) ->
            grouped.add(new Grouped(version, row(row, ranges.shape())));
        case RangeEnd.Unfixed() -> unfixed.add(row(row, ranges.shape()));
        case RangeEnd.Complex() -> complex.add(row(row, outsideGroup(ranges.shape())));
      }
    }
    grouped.sort(BY_VERSION);
    write(grouped, sorted(unfixed), sorted(complex), sorted(settled), into);
  }

  private boolean isSettled(int row) {
    return attributes.status(statements.attributes(row)) == VendorStatus.NOT_AFFECTED
        || documents.isWithdrawn(advisories.head(advisories.advisory(row)));
  }

  private static StatementShape outsideGroup(StatementShape shape) {
    return shape == StatementShape.BEFORE_GROUP ? StatementShape.WRITTEN_OUT : shape;
  }

  private Row row(int row, StatementShape shape) {
    int attributeNumber = attributes.number(statements.attributes(row));
    return new Row(
        advisories.advisory(row),
        attributeNumber << StatementShape.BITS | shape.bits(),
        shape == StatementShape.WRITTEN_OUT ? statements.ranges(row) : Row.NOT_WRITTEN);
  }

  private void write(
      List<Grouped> grouped,
      List<Row> unfixed,
      List<Row> complex,
      List<Row> settled,
      Encoder into) {
    Encoder groups = new Encoder();
    List<Integer> offsets = new ArrayList<>();
    for (int start = 0; start < grouped.size(); ) {
      String version = grouped.get(start).version().text();
      List<Row> rows = new ArrayList<>();
      int end = start;
      while (end < grouped.size() && grouped.get(end).version().text().equals(version)) {
        rows.add(grouped.get(end++).row());
      }
      offsets.add(groups.length());
      List<Row> distinct = sorted(rows);
      groups.text(version).number(distinct.size());
      writeRows(distinct, groups);
      start = end;
    }
    into.number(offsets.size()).number(groups.length());
    into.number(unfixed.size()).number(complex.size()).number(settled.size());
    int width = FileFormat.positionWidth(groups.length());
    for (int offset : offsets) {
      into.fixed(offset, width);
    }
    into.append(groups);
    writeRows(unfixed, into);
    writeRows(complex, into);
    writeRows(settled, into);
  }

  private void writeRows(List<Row> rows, Encoder into) {
    int advisory = 0;
    for (Row row : rows) {
      into.number(row.advisory() - advisory).number(row.attributesAndShape());
      advisory = row.advisory();
      if (row.ranges() != Row.NOT_WRITTEN) {
        statements.rangeDictionary().copyTo(row.ranges(), into);
      }
    }
  }

  /// In an order that does not depend on the order the records came in, each once.
  private List<Row> sorted(List<Row> rows) {
    if (rows.size() < 2) {
      return rows;
    }
    return rows.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(Row::advisory)
                .thenComparingInt(Row::attributesAndShape)
                .thenComparing(Row::ranges, statements.rangeDictionary()::compare))
        .toList();
  }

  private record Grouped(Version version, Row row) {}

  /// A statement as it is written.
  private record Row(int advisory, int attributesAndShape, int ranges) {
    static final int NOT_WRITTEN = -1;
  }
}
