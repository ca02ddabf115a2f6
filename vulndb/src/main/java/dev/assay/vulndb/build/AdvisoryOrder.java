package dev.assay.vulndb.build;

import dev.assay.model.Advisory;
import dev.assay.vulndb.file.Decoder;
import dev.assay.vulndb.file.Encoder;
import dev.assay.vulndb.record.Attributes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// The final order of advisories, and what becomes of several documents with the same source and
/// id. They arise where a source comes in two forms or two snapshots, and where a source has a
/// file for each release and names the same vulnerability in many of them.
///
/// - The document modified last gives the head and the texts.
/// - A bulletin is replaced: statements of documents modified earlier are dropped. Those of
///   documents modified at the same time, or never, are united.
/// - A record of one vulnerability is united, place by place: a place is a package's name in an
///   ecosystem with its naming, repository and module, and of a place only the statements
///   modified last are kept.
final class AdvisoryOrder {
  private final Documents documents;
  private final Statements statements;
  private final IntColumn.Grouping documentsByKey;
  private final int[] keyOrder;
  private final int[] heads;
  private final int[] numberOf;
  private final BitSet droppedRows = new BitSet();

  AdvisoryOrder(Documents documents, Statements statements) {
    this.documents = documents;
    this.statements = statements;
    this.documentsByKey = documents.byKey();
    this.keyOrder = documents.keys().sorted();
    this.heads = new int[keyOrder.length];
    this.numberOf = new int[documents.size()];
    Map<Integer, Integer> places = new HashMap<>();
    Dictionary placeDictionary = new Dictionary();
    for (int number = 0; number < keyOrder.length; number++) {
      heads[number] = latest(number);
      for (int nth = 0; nth < documentCount(number); nth++) {
        numberOf[document(number, nth)] = number;
      }
      if (documentCount(number) > 1) {
        dropSuperseded(
            number,
            attributes -> places.computeIfAbsent(attributes, each -> place(each, placeDictionary)));
      }
    }
  }

  /// How many advisories there are.
  int size() {
    return keyOrder.length;
  }

  /// The document that stands for an advisory.
  int head(int advisory) {
    return heads[advisory];
  }

  int documentCount(int advisory) {
    return documentsByKey.count(keyOrder[advisory]);
  }

  int document(int advisory, int nth) {
    return documentsByKey.index(keyOrder[advisory], nth);
  }

  /// The advisory that a row belongs to.
  int advisory(int row) {
    return numberOf[statements.document(row)];
  }

  boolean isDropped(int row) {
    return droppedRows.get(row);
  }

  private int latest(int advisory) {
    int best = document(advisory, 0);
    for (int nth = 1; nth < documentCount(advisory); nth++) {
      int other = document(advisory, nth);
      int order = Long.compare(documents.modified(other), documents.modified(best));
      if (order == 0) {
        order = Arrays.compareUnsigned(documents.detail(other), documents.detail(best));
      }
      if (order > 0) {
        best = other;
      }
    }
    return best;
  }

  private void dropSuperseded(int advisory, IntUnaryOperator placeOf) {
    boolean replaced = documents.kind(heads[advisory]) == Advisory.Kind.BULLETIN;
    Map<Long, Long> latest = new HashMap<>();
    for (int nth = 0; nth < documentCount(advisory); nth++) {
      int document = document(advisory, nth);
      for (int row = documents.firstRow(document); row < documents.rowEnd(document); row++) {
        latest.merge(place(row, placeOf), documents.modified(document), Math::max);
      }
    }
    for (int nth = 0; nth < documentCount(advisory); nth++) {
      int document = document(advisory, nth);
      for (int row = documents.firstRow(document); row < documents.rowEnd(document); row++) {
        long newest =
            replaced
                ? documents.modified(heads[advisory])
                : latest.getOrDefault(place(row, placeOf), Documents.NOT_SAID);
        droppedRows.set(row, documents.modified(document) < newest);
      }
    }
  }

  private long place(int row, IntUnaryOperator placeOf) {
    return ((long) statements.name(row) << 32) | placeOf.applyAsInt(statements.attributes(row));
  }

  private int place(int attributesNumber, Dictionary places) {
    Decoder decoder = statements.attributeDictionary().decoder(attributesNumber);
    Attributes attributes = Attributes.readFrom(decoder);
    Encoder encoder =
        new Encoder()
            .text(attributes.naming().name())
            .text(attributes.repository())
            .optionalText(attributes.module());
    return places.numberOf(encoder);
  }
}
