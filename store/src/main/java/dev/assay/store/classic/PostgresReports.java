package dev.assay.store.classic;

import dev.assay.assessment.classic.report.ReportKey;
import dev.assay.assessment.classic.report.ReportState;
import dev.assay.assessment.classic.report.ReportStore;
import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Writing;
import dev.assay.store.Handles;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class PostgresReports implements ReportStore {
  @Override
  public Optional<ReportState> state(Reading transaction, ReportKey key) {
    return Handles.of(transaction)
        .createQuery(
            """
            select state from classic_report
            where run = :run and format = :format and type = :type
            """)
        .bindMap(names(key))
        .mapTo(String.class)
        .findOne()
        .map(ReportState::valueOf);
  }

  @Override
  public void begin(Writing transaction, ReportKey key, Instant now) {
    Handles.of(transaction)
        .createUpdate(
            """
            insert into classic_report
            values (:run, :format, :type, 'WORK_IN_PROGRESS', :now)
            on conflict (run, format, type) do update
            set state = 'WORK_IN_PROGRESS', asked_at = :now
            """)
        .bindMap(names(key))
        .bind("now", now)
        .execute();
  }

  @Override
  public void complete(Writing transaction, ReportKey key, byte[] content) {
    Handles.of(transaction)
        .createUpdate(
            """
            update classic_report set state = 'COMPLETED', content = :content
            where run = :run and format = :format and type = :type
            """)
        .bindMap(names(key))
        .bind("content", content)
        .execute();
  }

  @Override
  public void fail(Writing transaction, ReportKey key) {
    Handles.of(transaction)
        .createUpdate(
            """
            update classic_report set state = 'FAILED'
            where run = :run and format = :format and type = :type
            """)
        .bindMap(names(key))
        .execute();
  }

  @Override
  public Optional<byte[]> content(Reading transaction, ReportKey key) {
    return Handles.of(transaction)
        .createQuery(
            """
            select content from classic_report
            where run = :run and format = :format and type = :type and content is not null
            """)
        .bindMap(names(key))
        .mapTo(byte[].class)
        .findOne();
  }

  private static Map<String, String> names(ReportKey key) {
    return Map.of(
        "run", key.run().toString(), "format", key.format().name(), "type", key.type().name());
  }
}
