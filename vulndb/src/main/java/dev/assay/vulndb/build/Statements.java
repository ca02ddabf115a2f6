package dev.assay.vulndb.build;

import dev.assay.model.AffectedPackage;
import dev.assay.model.Ecosystem;
import dev.assay.model.VersionRange;
import dev.assay.vulndb.file.Encoder;
import dev.assay.vulndb.record.Attributes;
import dev.assay.vulndb.record.Ranges;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All statements so far, each as four numbers: its package's name, its document, its attributes
/// and its ranges.
final class Statements {
  private final Map<Ecosystem, Integer> ecosystemNumbers = new HashMap<>();
  private final List<Ecosystem> ecosystems = new ArrayList<>();
  private final Encoder encoder = new Encoder();

  private final Dictionary names = new Dictionary();
  private final IntColumn nameEcosystems = new IntColumn();
  private final Dictionary attributes = new Dictionary();
  private final Dictionary ranges = new Dictionary();

  private final IntColumn name = new IntColumn();
  private final IntColumn document = new IntColumn();
  private final IntColumn attributesOf = new IntColumn();
  private final IntColumn rangesOf = new IntColumn();

  void add(AffectedPackage affected, int documentNumber) {
    name.add(nameNumber(affected.ecosystem(), affected.name()));
    document.add(documentNumber);
    encoder.clear();
    Attributes.write(encoder, affected);
    attributesOf.add(attributes.numberOf(encoder));
    encoder.clear();
    Ranges.write(encoder, affected.ranges());
    rangesOf.add(ranges.numberOf(encoder));
  }

  private int nameNumber(Ecosystem ecosystem, String packageName) {
    Integer known = ecosystemNumbers.get(ecosystem);
    int ecosystemNumber = known == null ? ecosystems.size() : known;
    if (known == null) {
      ecosystemNumbers.put(ecosystem, ecosystemNumber);
      ecosystems.add(ecosystem);
    }
    byte[] utf8 = packageName.getBytes(StandardCharsets.UTF_8);
    encoder.clear().fixed(ecosystemNumber, 4).bytes(utf8, 0, utf8.length);
    int number = names.numberOf(encoder);
    if (number == nameEcosystems.size()) {
      nameEcosystems.add(ecosystemNumber);
    }
    return number;
  }

  int size() {
    return name.size();
  }

  int nameCount() {
    return names.size();
  }

  Ecosystem ecosystem(int nameNumber) {
    return ecosystems.get(nameEcosystems.get(nameNumber));
  }

  /// The name in UTF-8.
  byte[] nameBytes(int nameNumber) {
    byte[] key = names.bytes(nameNumber);
    return Arrays.copyOfRange(key, 4, key.length);
  }

  /// The numbers of the names of each ecosystem, in the order of their bytes.
  Map<Ecosystem, List<Integer>> namesByEcosystem() {
    Map<Ecosystem, List<Integer>> sorted = new TreeMap<>();
    for (int number : names.sorted()) {
      sorted.computeIfAbsent(ecosystem(number), first -> new ArrayList<>()).add(number);
    }
    return sorted;
  }

  IntColumn.Grouping byName() {
    return name.groupedBy(names.size());
  }

  int name(int row) {
    return name.get(row);
  }

  int document(int row) {
    return document.get(row);
  }

  int attributes(int row) {
    return attributesOf.get(row);
  }

  int ranges(int row) {
    return rangesOf.get(row);
  }

  Dictionary attributeDictionary() {
    return attributes;
  }

  Dictionary rangeDictionary() {
    return ranges;
  }

  List<VersionRange> rangesWithNumber(int number) {
    return Ranges.read(ranges.decoder(number));
  }
}
