package dev.assay.assessment.export;

import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.Lease;
import dev.assay.assessment.work.WorkHandler;
import dev.assay.assessment.work.WorkQueue;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Carries exports out. One that is begun again, after its node died or its depot could not be
/// reached, lays the same documents down under the same keys.
public final class ExportWork implements WorkHandler {
  private static final int MOST_ATTEMPTS = 3;

  private final Transactions transactions;
  private final ExportStore store;
  private final WorkQueue work;
  private final Map<ExportKind, ExportContent> contents;
  private final Depot depot;
  private final InstantSource clock;

  /// @param contents one for each kind
  public ExportWork(
      Transactions transactions,
      ExportStore store,
      WorkQueue work,
      Map<ExportKind, ExportContent> contents,
      Depot depot,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.work = work;
    this.contents = new EnumMap<>(contents);
    this.depot = depot;
    this.clock = clock;
  }

  /// Carries one out. One that ended neither well nor ill in three attempts has failed.
  ///
  /// @throws IOException where it may succeed another time
  @Override
  public void handle(Lease lease) throws IOException {
    UUID id = UUID.fromString(lease.work().key());
    Optional<Export> export = inProgress(id);
    if (export.isEmpty()) {
      transactions.change(writing -> work.complete(writing, lease));
      return;
    }
    end(lease, id, lease.attempt() > MOST_ATTEMPTS ? exhausted() : write(export.get()));
  }

  @Override
  public void giveUp(Lease lease, String reason) {
    end(
        lease,
        UUID.fromString(lease.work().key()),
        new ExportEnd.Failed(ExportProblem.INTERNAL_ERROR, "It could not be written: " + reason));
  }

  private void end(Lease lease, UUID id, ExportEnd end) {
    transactions.change(
        writing -> {
          // Whoever gave it up in the meantime has had the last word.
          store.end(writing, id, end, clock.instant());
          work.complete(writing, lease);
        });
  }

  private static ExportEnd exhausted() {
    return new ExportEnd.Failed(
        ExportProblem.INTERNAL_ERROR,
        "It could not be written in " + MOST_ATTEMPTS + " attempts; the server's log says why.");
  }

  private ExportEnd write(Export export) throws IOException {
    List<ExportDocument> documents = new ArrayList<>();
    try {
      Objects.requireNonNull(contents.get(export.kind()))
          .write(
              export,
              (name, mediaType, body) -> {
                if (inProgress(export.id()).isEmpty()) {
                  throw new GivenUp();
                }
                Destination destination = export.destination();
                String key = destination.key(name);
                long size = depot.put(export.tenant(), destination, key, mediaType, body);
                documents.add(new ExportDocument(key, size));
              });
      return new ExportEnd.Written(documents);
    } catch (ExportFailedException failed) {
      return new ExportEnd.Failed(failed.problem(), String.valueOf(failed.getMessage()));
    } catch (GivenUp givenUp) {
      return new ExportEnd.Cancelled();
    }
  }

  private Optional<Export> inProgress(UUID id) {
    return transactions
        .<Optional<Export>>read(reading -> store.find(reading, id))
        .filter(export -> export.state() == ExportState.IN_PROGRESS);
  }

  /// Ends the writing of an export that was cancelled.
  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUp() {
      super("cancelled", null, false, false);
    }
  }
}
