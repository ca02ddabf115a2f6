package dev.assay.server;

import dev.assay.assessment.audit.AuditLog;
import dev.assay.assessment.identity.Credentials;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.IdentityStore;
import dev.assay.assessment.signal.Signals;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.assessment.work.WorkQueue;
import java.time.InstantSource;

/// What the house offers to the service that moves in.
///
/// @param transactions those whose changes are noted in the audit log when a caller asked for them
/// @param gate through which every request goes whose signature holds
public record Ground(
    Transactions transactions,
    Signals signals,
    WorkQueue work,
    Credentials credentials,
    IdentityStore identityStore,
    Identities identities,
    AuditLog auditLog,
    Gate gate,
    InstantSource clock) {}
