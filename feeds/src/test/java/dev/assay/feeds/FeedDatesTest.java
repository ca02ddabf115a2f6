package dev.assay.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021-12-10T10:15:09Z             | 2021-12-10T10:15:09Z
          2021-12-10T10:15:09.143Z         | 2021-12-10T10:15:09.143Z
          2021-12-10T10:15:09.143456789Z   | 2021-12-10T10:15:09.143456789Z
          2021-12-10T10:15:09+02:00        | 2021-12-10T08:15:09Z
          2021-12-10T10:15:09.000+0000     | 2021-12-10T10:15:09Z
          2021-12-10T10:15:09              | 2021-12-10T10:15:09Z
          2021-12-10T10:15                 | 2021-12-10T10:15:00Z
          2021-12-10 10:15:09              | 2021-12-10T10:15:09Z
          2021-12-10 10:15:09 UTC          | 2021-12-10T10:15:09Z
          2021-12-10 10:15:09 +0200        | 2021-12-10T08:15:09Z
          2021-12-10                       | 2021-12-10T00:00:00Z
          Fri, 10 Dec 2021 10:15:09 GMT    | 2021-12-10T10:15:09Z
          """)
  void every_form_a_feed_writes_is_read(String text, String instant) {
    assertThat(FeedDates.parse(text)).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2021-13-10", "2021-12-10T25:00:00Z", "0001-01-01T00:00:00Z"})
  void what_is_no_date_is_none(String text) {
    assertThat(FeedDates.parseLenient(text)).isEmpty();
  }

  @Test
  void the_strict_entrance_quotes_what_it_refuses() {
    assertThatThrownBy(() -> FeedDates.parse("soon"))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("\"soon\"");
  }
}
