package dev.assay.feeds.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.rows.CsvRows.ShortRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
  private static List<Row> rows(String text, ShortRows shortRows) {
    List<Row> rows = new ArrayList<>();
    try {
      CsvRows.read(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), shortRows, rows::add);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return rows;
  }

  private static List<Row> rows(String text) {
    return rows(text, ShortRows.DEFECTIVE);
  }

  @Test
  void quotedFieldsHoldCommasQuotesAndLineEnds() {
    assertThat(rows("a,b\r\n\"1,5\",\"say \"\"no\"\"\nagain\"\r\n"))
        .containsExactly(new Row("line 2", Map.of("a", "1,5", "b", "say \"no\"\nagain"), null));
  }

  @Test
  void aByteOrderMarkAndCommentsBeforeTheColumnsDoNotMatter() {
    assertThat(rows("\uFEFF#model:1,date:2\na\n1\n"))
        .containsExactly(new Row("line 3", Map.of("a", "1"), null));
  }

  @Test
  void aRowThatIsCutOffIsADefect() {
    Row row = rows("a,b,c\n1,2").getFirst();
    assertThatThrownBy(() -> row.field("a"))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("2 fields for 3 columns");
  }

  @Test
  void aShortRowMayBeTheFeedsHabit() {
    assertThat(rows("a,b,c\n1,2\n", ShortRows.PADDED).getFirst().optional("c")).isNull();
  }

  @Test
  void aQuoteThatNeverEndsIsADefect() {
    assertThat(rows("a\n\"1\n2\n3\n"))
        .containsExactly(new Row("line 2", Map.of(), "a quoted field without its closing quote"));
  }

  @Test
  void anEndlessRecordIsADefectAndTheNextLineIsRead() {
    List<Row> rows = rows("a\n" + "x".repeat((1 << 20) + 5) + "\n2\n");
    assertThat(rows.get(0).defect()).contains("more than 1048576 characters");
    assertThat(rows.get(1).field("a")).isEqualTo("2");
  }

  @Test
  void endlessFieldsAreADefect() {
    assertThat(rows("a\n" + ",".repeat(2000) + "\n2\n"))
        .extracting(Row::defect)
        .containsExactly("more than 1000 fields", null);
  }

  @Test
  void emptyLinesAreNoRows() {
    assertThat(rows("\na\n\n1\n\n")).hasSize(1);
  }

  @Test
  void textWithoutColumnsIsMalformed() {
    assertThatThrownBy(() -> rows("")).isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void whateverIsWrittenIsReadBack() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      List<String> fields = new ArrayList<>();
      fields.add("x");
      for (int i = random.nextInt(5); i >= 0; i--) {
        fields.add(
            random
                .ints(random.nextInt(6), 0, 6)
                .mapToObj(choice -> "a,\"\n\r ".substring(choice, choice + 1))
                .collect(Collectors.joining()));
      }
      String header = "0";
      for (int i = 1; i < fields.size(); i++) {
        header += "," + i;
      }
      String line =
          fields.stream()
              .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
              .collect(Collectors.joining(","));
      Row row = rows(header + "\n" + line + "\n").getFirst();
      for (int i = 0; i < fields.size(); i++) {
        assertThat(row.fields()).containsEntry("" + i, fields.get(i));
      }
    }
  }
}
