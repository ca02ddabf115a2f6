package dev.assay.vulndb.build;

import dev.assay.model.VendorStatus;
import dev.assay.vulndb.file.RecordTableWriter;
import dev.assay.vulndb.record.Attributes;
import java.util.Arrays;

/// The final numbers of attributes: the most frequent get the smallest, which are the shortest to
/// write.
final class AttributeNumbers {
  private final Dictionary dictionary;
  private final Integer[] order;
  private final int[] numbers;
  private final VendorStatus[] statuses;

  AttributeNumbers(Statements statements) {
    this.dictionary = statements.attributeDictionary();
    int[] uses = new int[dictionary.size()];
    for (int row = 0; row < statements.size(); row++) {
      uses[statements.attributes(row)]++;
    }
    this.order = new Integer[dictionary.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (left, right) ->
            uses[left] != uses[right]
                ? Integer.compare(uses[right], uses[left])
                : dictionary.compare(left, right));
    this.numbers = new int[order.length];
    this.statuses = new VendorStatus[order.length];
    for (int number = 0; number < order.length; number++) {
      numbers[order[number]] = number;
      statuses[order[number]] = Attributes.readFrom(dictionary.decoder(order[number])).status();
    }
  }

  /// The final number of the attributes with a number in the dictionary.
  int number(int inDictionary) {
    return numbers[inDictionary];
  }

  VendorStatus status(int inDictionary) {
    return statuses[inDictionary];
  }

  RecordTableWriter table() {
    RecordTableWriter table = new RecordTableWriter();
    for (int inDictionary : order) {
      dictionary.copyTo(inDictionary, table.next());
    }
    return table;
  }
}
