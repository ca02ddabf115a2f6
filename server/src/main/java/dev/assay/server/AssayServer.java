package dev.assay.server;

import dev.assay.assessment.audit.AuditLog;
import dev.assay.assessment.audit.AuditedTransactions;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.work.RetryPolicy;
import dev.assay.server.access.OperationAccess;
import dev.assay.server.http.HttpEdge;
import dev.assay.server.http.TlsIdentity;
import dev.assay.server.limit.RateLimit;
import dev.assay.server.log.AccessLog;
import dev.assay.server.metric.Metrics;
import dev.assay.server.setting.AccessLogTarget;
import dev.assay.server.setting.InvalidSettingException;
import dev.assay.server.setting.ServerSettings;
import dev.assay.server.setting.TlsMode;
import dev.assay.server.tls.OwnAuthority;
import dev.assay.server.tls.TlsFiles;
import dev.assay.server.work.Workers;
import dev.assay.store.Database;
import dev.assay.store.audit.PostgresAuditLog;
import dev.assay.store.identity.CachedCredentials;
import dev.assay.store.identity.PostgresIdentityStore;
import dev.assay.store.identity.WrongMasterKeyException;
import dev.assay.store.signal.PostgresSignals;
import dev.assay.store.work.PostgresWorkQueue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/// A running server: everything is put together here, and taken apart in the opposite order.
public final class AssayServer implements AutoCloseable {
  private static final Duration HOUSEKEEPING = Duration.ofSeconds(15);

  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final InstantSource clock = InstantSource.system();
  private final Metrics metrics = new Metrics();
  private final Started started;
  private volatile boolean ready;

  /// Starts a server.
  ///
  /// @param stdout for the access log, where it goes there
  /// @throws InvalidSettingException where a setting cannot be used
  public AssayServer(ServerSettings settings, Tenancy.Factory tenancy, OutputStream stdout)
      throws IOException {
    try {
      this.started = start(settings, tenancy, stdout);
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /// What is to be told of a server that has started.
  ///
  /// @param fingerprint of the authority that signed its certificate; empty where it has none
  /// @param firstKey empty unless an administrator was made
  public record Started(
      String url,
      Optional<String> fingerprint,
      Optional<NewAccessKey> firstKey,
      Path credentialsFile) {}

  public Started started() {
    return started;
  }

  private Started start(ServerSettings settings, Tenancy.Factory factory, OutputStream stdout)
      throws IOException {
    DataDirectory directory = DataDirectory.open(settings.data());
    Certificates certificates = certificates(settings, directory);
    Optional<AccessLog> accessLog = accessLog(settings, stdout);
    Database database = open(settings);
    opened(database::close);
    PostgresSignals signals = new PostgresSignals(database);
    opened(signals::close);
    PostgresIdentityStore identityStore =
        new PostgresIdentityStore(directory.masterKey(settings), signals);
    checkMasterKey(database, identityStore);
    CachedCredentials credentials =
        new CachedCredentials(identityStore, database.transactions(), signals, clock);
    opened(credentials::close);
    PostgresWorkQueue queue = new PostgresWorkQueue(database.transactions(), signals);
    if (settings.database().isEmpty()) {
      // The data directory is this process's alone: whoever held these leases is dead.
      queue.endLeases();
    }
    AuditLog auditLog = new PostgresAuditLog();
    Identities identities = new Identities(identityStore, clock, new SecureRandom());
    Optional<NewAccessKey> firstKey =
        new Administrator(database.transactions(), identityStore, identities, auditLog, clock)
            .makeFirst(settings.account(), directory);
    Tenancy tenancy =
        factory.moveIn(
            new Ground(
                new AuditedTransactions(database.transactions(), auditLog),
                signals,
                queue,
                credentials,
                identityStore,
                identities,
                auditLog,
                new Gate(
                    OperationAccess.bundled(),
                    new RateLimit(settings.rate(), settings.burst(), System::nanoTime),
                    credentials,
                    database.transactions(),
                    auditLog,
                    clock),
                clock));
    if (settings.workers() > 0 && !tenancy.work().isEmpty()) {
      Workers workers =
          new Workers(
              queue,
              signals,
              tenancy.work(),
              RetryPolicy.USUAL,
              settings.lease(),
              settings.workers(),
              settings.grace(),
              "node " + UUID.randomUUID(),
              clock);
      opened(workers::close);
    }
    opened(every(HOUSEKEEPING, () -> keepHouse(database, queue, credentials)));
    FrontDoor door =
        new FrontDoor(
            tenancy::answer,
            () -> ready && database.answers(),
            metrics,
            settings.metrics(),
            accessLog,
            clock);
    HttpEdge edge =
        HttpEdge.open(
            settings.address(), certificates.identity(), settings.limits(), settings.grace(), door);
    opened(edge::close);
    ready = true;
    opened(() -> ready = false);
    return new Started(
        url(settings, edge.port()),
        certificates.fingerprint(),
        firstKey,
        directory.credentialsFile());
  }

  private void opened(Runnable close) {
    closing.push(close);
  }

  private static Database open(ServerSettings settings) {
    return settings.database().isPresent()
        ? Database.open(settings.database().get(), settings.connections())
        : Database.openEmbedded(settings.data(), settings.connections());
  }

  private static void checkMasterKey(Database database, PostgresIdentityStore store) {
    try {
      database
          .transactions()
          .<Boolean>read(
              reading -> {
                store.checkMasterKey(reading);
                return true;
              });
    } catch (WrongMasterKeyException wrong) {
      throw new InvalidSettingException(
          "--master-key-file: the secrets in this database were encrypted under another master key;"
              + " give this node the one of the node that made them");
    }
  }

  private Optional<AccessLog> accessLog(ServerSettings settings, OutputStream stdout) {
    return switch (settings.accessLog()) {
      case AccessLogTarget.Off() -> Optional.empty();
      case AccessLogTarget.Stdout() -> Optional.of(new AccessLog(stdout));
      case AccessLogTarget.ToFile(Path file) -> {
        try {
          OutputStream out =
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          opened(() -> closeQuietly(out));
          yield Optional.of(new AccessLog(out));
        } catch (IOException failure) {
          throw new InvalidSettingException("--access-log: " + file + " cannot be written to");
        }
      }
    };
  }

  private Certificates certificates(ServerSettings settings, DataDirectory directory)
      throws IOException {
    return switch (settings.tls()) {
      case OFF -> new Certificates(Optional.empty(), Optional.empty());
      case GENERATED -> {
        OwnAuthority authority = OwnAuthority.in(directory.path(), clock.instant());
        yield new Certificates(
            Optional.of(authority.certify(settings.tlsNames(), clock.instant())),
            Optional.of(authority.fingerprint()));
      }
      case FILES ->
          new Certificates(
              Optional.of(
                  TlsFiles.read(
                      settings.certificate().orElseThrow(),
                      settings.certificateKey().orElseThrow())),
              Optional.empty());
    };
  }

  private record Certificates(Optional<TlsIdentity> identity, Optional<String> fingerprint) {}

  private void keepHouse(
      Database database, PostgresWorkQueue queue, CachedCredentials credentials) {
    credentials.flush();
    metrics.depths(database.transactions().read(queue::depths));
  }

  private static Runnable every(Duration interval, Runnable task) {
    Thread thread =
        Thread.ofVirtual()
            .name("housekeeping")
            .start(
                () -> {
                  while (true) {
                    try {
                      Thread.sleep(interval);
                      task.run();
                    } catch (InterruptedException asked) {
                      return;
                    } catch (RuntimeException failure) {
                      System.getLogger(AssayServer.class.getName())
                          .log(System.Logger.Level.WARNING, "housekeeping failed", failure);
                    }
                  }
                });
    return thread::interrupt;
  }

  private static String url(ServerSettings settings, int port) {
    String host = settings.address().getAddress().getHostAddress();
    boolean all = settings.address().getAddress().isAnyLocalAddress();
    String name = all ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return (settings.tls() == TlsMode.OFF ? "http" : "https") + "://" + name + ":" + port;
  }

  private static void closeQuietly(OutputStream out) {
    try {
      out.close();
    } catch (IOException lost) {
      System.getLogger(AssayServer.class.getName())
          .log(System.Logger.Level.WARNING, "the access log could not be closed", lost);
    }
  }

  /// Stops, the last opened first: no new requests, then those begun, then work, then the database.
  @Override
  public void close() {
    synchronized (closing) {
      while (!closing.isEmpty()) {
        try {
          closing.pop().run();
        } catch (RuntimeException failure) {
          System.getLogger(AssayServer.class.getName())
              .log(System.Logger.Level.WARNING, "stopping", failure);
        }
      }
    }
  }
}
