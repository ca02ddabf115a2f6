package dev.assay.assessment.export;

import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.QueueName;
import dev.assay.assessment.work.Work;
import dev.assay.assessment.work.WorkQueue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Takes wishes for exports and tells what became of them.
public final class Exports {
  public static final QueueName QUEUE = new QueueName("export");

  private final Transactions transactions;
  private final ExportStore store;
  private final WorkQueue work;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  /// @param ids gives a new one each time
  public Exports(
      Transactions transactions,
      ExportStore store,
      WorkQueue work,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /// Notes the wish; it is carried out as work of the queue.
  public UUID begin(
      Tenant tenant, ExportKind kind, String format, String question, Destination destination) {
    Instant now = clock.instant();
    UUID id = ids.get();
    Export export = Export.begun(id, tenant, kind, format, question, destination, now);
    transactions.change(
        writing -> {
          store.add(writing, export);
          work.enqueue(writing, new Work(QUEUE, id.toString(), "", now));
        });
    return id;
  }

  /// The tenant's export of the kind; empty where it has none of that id.
  public Optional<Export> find(Tenant tenant, ExportKind kind, UUID id) {
    return transactions
        .<Optional<Export>>read(reading -> store.find(reading, id))
        .filter(export -> export.tenant().equals(tenant) && export.kind() == kind);
  }

  /// The one of the kind that the tenant asked for last.
  public Optional<Export> latest(Tenant tenant, ExportKind kind) {
    return transactions.read(reading -> store.latest(reading, tenant, kind));
  }

  /// Gives an export up.
  ///
  /// @return whether it was still in progress
  public boolean cancel(Export export) {
    return transactions.write(
        writing -> store.end(writing, export.id(), new ExportEnd.Cancelled(), clock.instant()));
  }

  /// What an export laid down; nothing while it is in progress.
  public List<ExportDocument> documents(Export export) {
    return transactions.read(reading -> store.documents(reading, export.id()));
  }
}
