package dev.assay.vulndb;

import dev.assay.match.Statement;
import dev.assay.model.Ecosystem;
import dev.assay.model.VersionRange;
import dev.assay.version.InvalidVersionException;
import dev.assay.version.Version;
import dev.assay.version.VersionScheme;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.FileFormat;
import dev.assay.vulndb.record.AdvisoryHead;
import dev.assay.vulndb.record.Attributes;
import dev.assay.vulndb.record.EcosystemVersions;
import dev.assay.vulndb.record.Ranges;
import dev.assay.vulndb.record.StatementShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one package block; {@link dev.assay.vulndb.file.FileFormat} says how it is laid out.
final class PackageBlock {
  private final Decoder decoder;
  private final StatementParts parts;
  private final Ecosystem ecosystem;
  private final String name;

  private final int groupCount;
  private final int groupBytes;
  private final int unfixedCount;
  private final int complexCount;
  private final int settledCount;
  private final int offsetWidth;
  private final long offsetsAt;
  private final long groupsAt;

  PackageBlock(Decoder decoder, StatementParts parts, Ecosystem ecosystem, String name) {
    this.decoder = decoder;
    this.parts = parts;
    this.ecosystem = ecosystem;
    this.name = name;
    this.groupCount = decoder.count();
    this.groupBytes = decoder.number();
    this.unfixedCount = decoder.count();
    this.complexCount = decoder.count();
    this.settledCount = decoder.count();
    this.offsetWidth = FileFormat.positionWidth(groupBytes);
    this.offsetsAt = decoder.position();
    this.groupsAt = offsetsAt + (long) groupCount * offsetWidth;
  }

  List<Statement> statements() {
    List<Statement> found = new ArrayList<>();
    readFrom(0, found);
    read(settledCount, null, found);
    return found;
  }

  List<Statement> candidates(String version) {
    Version installed;
    VersionScheme scheme = EcosystemVersions.of(ecosystem);
    try {
      installed = scheme.parse(version);
    } catch (InvalidVersionException unknown) {
      return statements();
    }
    List<Statement> found = new ArrayList<>();
    readFrom(firstAbove(installed, scheme), found);
    return found;
  }

  /// The first group whose version is above the installed one.
  private int firstAbove(Version installed, VersionScheme scheme) {
    int low = 0;
    int high = groupCount;
    while (low < high) {
      int middle = (low + high) >>> 1;
      decoder.seek(groupsAt + groupOffset(middle));
      if (parse(decoder.text(), scheme).compareTo(installed) > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private Version parse(String version, VersionScheme scheme) {
    try {
      return scheme.parse(version);
    } catch (InvalidVersionException invalid) {
      throw decoder.corrupt("the version of a group");
    }
  }

  private long groupOffset(int group) {
    decoder.seek(offsetsAt + (long) group * offsetWidth);
    long offset = decoder.fixed(offsetWidth);
    if (offset > groupBytes) {
      throw decoder.corrupt("the position of a group");
    }
    return offset;
  }

  /// Reads on from a group to the settled statements.
  private void readFrom(int group, List<Statement> into) {
    decoder.seek(groupsAt + (group < groupCount ? groupOffset(group) : groupBytes));
    for (int i = group; i < groupCount; i++) {
      List<VersionRange> before = List.of(VersionRange.before(decoder.text()));
      read(decoder.count(), before, into);
    }
    read(unfixedCount, null, into);
    read(complexCount, null, into);
  }

  private void read(int count, @Nullable List<VersionRange> before, List<Statement> into) {
    int advisory = 0;
    for (int i = 0; i < count; i++) {
      advisory += decoder.number();
      int attributesAndShape = decoder.number();
      Attributes attributes = parts.attributes(attributesAndShape >>> StatementShape.BITS);
      List<VersionRange> ranges = ranges(StatementShape.ofBits(attributesAndShape), before);
      AdvisoryHead head = parts.head(advisory);
      into.add(
          new Statement(
              head.source(),
              head.id(),
              head.kind(),
              head.withdrawn(),
              head.vulnerabilities(),
              attributes.of(ecosystem, name, ranges)));
    }
  }

  private List<VersionRange> ranges(StatementShape shape, @Nullable List<VersionRange> before) {
    return switch (shape) {
      case NONE -> List.of();
      case EVERYTHING -> StatementShape.everyVersion();
      case BEFORE_GROUP -> {
        if (before == null) {
          throw decoder.corrupt("a statement outside its group");
        }
        yield before;
      }
      case WRITTEN_OUT -> Ranges.read(decoder);
    };
  }
}
