package dev.assay.assessment.audit;

import dev.assay.assessment.transaction.Reading;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.transaction.Writing;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Transactions that note, with each change made on behalf of a caller, that the caller made it:
/// in the transaction of the change, so that no change is without its note, however the process
/// ends.
public final class AuditedTransactions implements Transactions {
  private static final ScopedValue<Supplier<AuditEvent>> CALL = ScopedValue.newInstance();

  private final Transactions transactions;
  private final AuditLog log;

  public AuditedTransactions(Transactions transactions, AuditLog log) {
    this.transactions = transactions;
    this.log = log;
  }

  /// Runs an operation whose changes are to be noted.
  ///
  /// @param event asked for at each change
  public static <T extends @Nullable Object> T noting(
      Supplier<AuditEvent> event, ScopedValue.CallableOp<T, RuntimeException> operation) {
    return ScopedValue.where(CALL, event).call(operation);
  }

  @Override
  public <T extends @Nullable Object> T read(Function<? super Reading, T> work) {
    return transactions.read(work);
  }

  @Override
  public <T extends @Nullable Object> T write(Function<? super Writing, T> work) {
    return transactions.write(noted(work));
  }

  @Override
  public <T extends @Nullable Object> T writeInTurn(Function<? super Writing, T> work) {
    return transactions.writeInTurn(noted(work));
  }

  /// What is in the audit log is not forgotten.
  @Override
  public <T extends @Nullable Object> T note(Function<? super Writing, T> work) {
    return CALL.isBound() ? write(work) : transactions.note(work);
  }

  private <T extends @Nullable Object> Function<Writing, T> noted(
      Function<? super Writing, T> work) {
    return transaction -> {
      T answer = work.apply(transaction);
      if (CALL.isBound()) {
        log.append(transaction, CALL.get().get());
      }
      return answer;
    };
  }
}
