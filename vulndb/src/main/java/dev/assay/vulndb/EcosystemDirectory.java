package dev.assay.vulndb;

import dev.assay.model.Ecosystem;
import dev.assay.vulndb.file.DatabaseFile;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.KeyIndex;
import dev.assay.vulndb.file.Region;
import dev.assay.vulndb.file.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ecosystems of a database, in order, each with its names.
final class EcosystemDirectory {
  private final Region names;
  private final List<Entry> entries;

  private EcosystemDirectory(Region names, List<Entry> entries) {
    this.names = names;
    this.entries = List.copyOf(entries);
  }

  static EcosystemDirectory read(DatabaseFile file) {
    Region names = file.section(Section.NAMES);
    Region slots = file.section(Section.NAME_SLOTS);
    Decoder decoder = file.section(Section.ECOSYSTEMS).at(0);
    int count = decoder.count();
    List<Entry> entries = new ArrayList<>(Math.min(count, 1_000));
    for (int i = 0; i < count; i++) {
      entries.add(Entry.read(decoder, names, slots));
    }
    return new EcosystemDirectory(names, entries);
  }

  List<Entry> entries() {
    return entries;
  }

  @Nullable Entry find(Ecosystem ecosystem) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Entry entry = entries.get(middle);
      int order = entry.ecosystem().compareTo(ecosystem);
      if (order == 0) {
        return entry;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /// The name whose record is at a position of all names.
  PackageName nameAt(long position) {
    for (Entry entry : entries) {
      if (position < entry.namesEnd()) {
        return new PackageName(entry.ecosystem(), names.at(position).text());
      }
    }
    throw names.at(0).corrupt("a reference to no name");
  }

  /// @param namesEnd where its names end among all names
  record Entry(
      Ecosystem ecosystem,
      long statementCount,
      long nameCount,
      KeyIndex names,
      long namesEnd,
      Set<String> repositories) {

    static Entry read(Decoder decoder, Region allNames, Region allSlots) {
      String name = decoder.text();
      String release = decoder.text();
      if (name.isBlank() || name.indexOf(':') >= 0) {
        throw decoder.corrupt("the name of an ecosystem");
      }
      long statementCount = decoder.longNumber();
      long nameCount = decoder.longNumber();
      long namesStart = decoder.longNumber();
      long namesLength = decoder.longNumber();
      KeyIndex names =
          new KeyIndex(
              allNames.slice(namesStart, namesLength),
              allSlots.slice(decoder.longNumber(), decoder.longNumber()));
      Set<String> repositories = new LinkedHashSet<>();
      int count = decoder.count();
      for (int i = 0; i < count; i++) {
        repositories.add(decoder.text());
      }
      return new Entry(
          new Ecosystem(name, release),
          statementCount,
          nameCount,
          names,
          namesStart + namesLength,
          Collections.unmodifiableSet(repositories));
    }
  }
}
