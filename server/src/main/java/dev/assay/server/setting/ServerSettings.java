package dev.assay.server.setting;

import dev.assay.assessment.tenant.AccountId;
import dev.assay.server.http.Limits;
import dev.assay.store.DatabaseAddress;
import dev.assay.store.DatabaseOpeningException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// All settings of a server, checked.
///
/// @param data where the embedded database and the server's own files live
/// @param database empty: the embedded one
/// @param masterKey given by environment
/// @param accessLog empty: standard output
public record ServerSettings(
    Path data,
    Optional<DatabaseAddress> database,
    int connections,
    InetSocketAddress address,
    TlsMode tls,
    Optional<Path> certificate,
    Optional<Path> certificateKey,
    List<String> tlsNames,
    Limits limits,
    int rate,
    int burst,
    Duration grace,
    Duration lease,
    AccountId account,
    Optional<String> masterKey,
    Optional<Path> masterKeyFile,
    AccessLogTarget accessLog,
    boolean metrics,
    int workers,
    ExportSettings exports,
    NotificationSettings notifications) {
  /// The master key itself; a file may hold it, a flag may not.
  static final String MASTER_KEY_VARIABLE = "ASSAY_MASTER_KEY";

  /// The password of the database's user; a file may hold it, a flag may not.
  static final String DATABASE_PASSWORD_VARIABLE = "ASSAY_DATABASE_PASSWORD";

  static final Setting<Path> CONFIG =
      Setting.of("config", "FILE", Words::path, "A file of settings, `name = value` on each line.");
  static final Setting<Path> DATA =
      Setting.of(
          "data",
          "DIR",
          Words::path,
          "Where the embedded database, keys, certificates and `admin-credentials` live; if not"
              + " given, `$XDG_DATA_HOME/assay/server`.");
  static final Setting<String> DATABASE =
      Setting.of(
          "database",
          "URL",
          Words::text,
          "A PostgreSQL database (15 or later), `jdbc:postgresql://HOST/NAME`, in place of the"
              + " embedded one.");
  static final Setting<String> DATABASE_USER =
      Setting.of("database.user", "NAME", Words::text, "Who to log in to the database as.");
  static final Setting<Path> DATABASE_PASSWORD_FILE =
      Setting.of(
          "database.password-file",
          "FILE",
          Words::path,
          "Holds the password; or the variable `ASSAY_DATABASE_PASSWORD` does.");
  static final Setting<Integer> CONNECTIONS =
      Setting.of(
          "database.connections",
          "NUMBER",
          "16",
          Words.number(2, 1000),
          "Most connections to the database at once.");
  static final Setting<Integer> PORT =
      Setting.of(
          "port", "PORT", "8080", Words.number(0, 65_535), "Where to listen; 0 for any free port.");
  static final Setting<InetAddress> ADDRESS =
      Setting.of(
          "address",
          "ADDRESS",
          "127.0.0.1",
          Words::address,
          "Which of the machine's addresses to listen on; 0.0.0.0 for all.");
  static final Setting<TlsMode> TLS =
      Setting.of(
          "tls",
          "off|generated|files",
          "off",
          Words.choice(TlsMode.class),
          "Whether to speak TLS, with a certificate made at first start or one from files.");
  static final Setting<Path> CERTIFICATE =
      Setting.of("tls.certificate", "FILE", Words::path, "The certificate and its chain, in PEM.");
  static final Setting<Path> CERTIFICATE_KEY =
      Setting.of("tls.key", "FILE", Words::path, "The certificate's key, PKCS#8 in PEM.");
  static final Setting<List<String>> TLS_NAMES =
      Setting.of(
          "tls.names",
          "NAME,…",
          "localhost,127.0.0.1",
          Words::list,
          "Host names and addresses that a generated certificate is for.");
  static final Setting<Integer> BODY =
      Setting.of(
          "limit.body",
          "SIZE",
          "64MiB",
          Words.size(1024, 1L << 30),
          "Largest body of a request; larger ones are refused with 413.");
  static final Setting<Integer> HEADER =
      Setting.of(
          "limit.header",
          "SIZE",
          "16KiB",
          Words.size(4096, 1L << 20),
          "Most bytes in the header fields of a request.");
  static final Setting<Integer> REQUESTS =
      Setting.of(
          "limit.requests",
          "NUMBER",
          "256",
          Words.number(1, 100_000),
          "Most requests handled at once; more are refused with 503.");
  static final Setting<Integer> OPEN_CONNECTIONS =
      Setting.of(
          "limit.connections",
          "NUMBER",
          "4096",
          Words.number(1, 1_000_000),
          "Most connections of clients open at once; more wait.");
  static final Setting<Duration> REQUEST_TIME =
      Setting.of(
          "limit.request-time",
          "TIME",
          "60s",
          Words::time,
          "How long the body of a request may take to arrive; then it is refused with 408.");
  static final Setting<Duration> IDLE_TIME =
      Setting.of(
          "limit.idle-time",
          "TIME",
          "60s",
          Words::time,
          "How long a connection may be open without a request.");
  static final Setting<Integer> RATE =
      Setting.of(
          "rate.requests",
          "NUMBER",
          "200",
          Words.number(1, 1_000_000),
          "Requests a second that one access key may make in the long run; more are answered"
              + " ThrottlingException with `Retry-After`.");
  static final Setting<Integer> BURST =
      Setting.of(
          "rate.burst",
          "NUMBER",
          "1000",
          Words.number(1, 1_000_000),
          "Requests that one access key may make at once after a pause.");
  static final Setting<Duration> GRACE =
      Setting.of(
          "stop.grace",
          "TIME",
          "20s",
          Words::time,
          "How long SIGTERM waits for requests and work that have begun.");
  static final Setting<Duration> LEASE =
      Setting.of(
          "work.lease",
          "TIME",
          "30s",
          Words::time,
          "How long the work of a node that fell silent is left alone before another node takes it.");
  static final Setting<AccountId> ACCOUNT =
      Setting.of(
          "account",
          "NUMBER",
          "000000000000",
          Words.parsed(AccountId::new, "twelve digits"),
          "The account that the first administrator belongs to.");
  static final Setting<Path> MASTER_KEY_FILE =
      Setting.of(
          "master-key-file",
          "FILE",
          Words::path,
          "Holds the key that secrets are encrypted under (64 hexadecimal digits), or the variable"
              + " `ASSAY_MASTER_KEY` does; otherwise `master-key` in the data directory, made at"
              + " first start. All nodes need the same.");
  static final Setting<AccessLogTarget> ACCESS_LOG =
      Setting.of(
          "access-log",
          "stdout|off|FILE",
          "stdout",
          AccessLogTarget::parse,
          "Where the line of JSON for each request goes.");
  static final Setting<Switch> METRICS =
      Setting.of(
          "metrics",
          "on|off",
          "on",
          Words.choice(Switch.class),
          "Whether `/metrics` answers; it asks for no signature.");
  static final Setting<Integer> WORKERS =
      Setting.of(
          "workers",
          "NUMBER",
          "4",
          Words.number(0, 1000),
          "Pieces of background work done at once; 0 for a node that only answers requests.");

  static final List<Setting<?>> ALL =
      Stream.of(
              List.<Setting<?>>of(
                  CONFIG,
                  DATA,
                  DATABASE,
                  DATABASE_USER,
                  DATABASE_PASSWORD_FILE,
                  CONNECTIONS,
                  PORT,
                  ADDRESS,
                  TLS,
                  CERTIFICATE,
                  CERTIFICATE_KEY,
                  TLS_NAMES,
                  BODY,
                  HEADER,
                  REQUESTS,
                  OPEN_CONNECTIONS,
                  REQUEST_TIME,
                  IDLE_TIME,
                  RATE,
                  BURST,
                  GRACE,
                  LEASE,
                  ACCOUNT,
                  MASTER_KEY_FILE,
                  ACCESS_LOG,
                  METRICS,
                  WORKERS),
              ExportSettings.ALL,
              NotificationSettings.ALL)
          .flatMap(List::stream)
          .toList();

  /// Checks what was given.
  ///
  /// @param usualData the data directory where none is given
  /// @param readFile the text of a file that a setting names
  /// @throws InvalidSettingException where something is missing or wrong
  public static ServerSettings of(
      GivenSettings given, Path usualData, Function<Path, String> readFile) {
    TlsMode tls = given.get(TLS);
    if (tls == TlsMode.FILES) {
      given.get(CERTIFICATE);
      given.get(CERTIFICATE_KEY);
    }
    for (Setting<?> unused : List.of(CERTIFICATE, CERTIFICATE_KEY)) {
      if (tls != TlsMode.FILES && given.isGiven(unused)) {
        throw new InvalidSettingException(
            given.origin(unused) + ": means nothing without " + TLS.flag() + " files");
      }
    }
    return new ServerSettings(
        given.find(DATA).orElse(usualData),
        database(given, readFile),
        given.get(CONNECTIONS),
        new InetSocketAddress(given.get(ADDRESS), given.get(PORT)),
        tls,
        given.find(CERTIFICATE),
        given.find(CERTIFICATE_KEY),
        given.get(TLS_NAMES),
        new Limits(
            given.get(BODY),
            given.get(HEADER),
            given.get(REQUESTS),
            given.get(OPEN_CONNECTIONS),
            given.get(REQUEST_TIME),
            given.get(IDLE_TIME)),
        given.get(RATE),
        given.get(BURST),
        given.get(GRACE),
        given.get(LEASE),
        given.get(ACCOUNT),
        given.secret(MASTER_KEY_VARIABLE),
        given.find(MASTER_KEY_FILE),
        given.get(ACCESS_LOG),
        given.get(METRICS) == Switch.ON,
        given.get(WORKERS),
        ExportSettings.of(given),
        NotificationSettings.of(given));
  }

  private static Optional<DatabaseAddress> database(
      GivenSettings given, Function<Path, String> readFile) {
    Optional<String> url = given.find(DATABASE);
    if (url.isEmpty()) {
      for (Setting<?> unused : List.of(DATABASE_USER, DATABASE_PASSWORD_FILE)) {
        if (given.isGiven(unused)) {
          throw new InvalidSettingException(
              given.origin(unused) + ": means nothing without " + DATABASE.flag());
        }
      }
      return Optional.empty();
    }
    Optional<String> password =
        given
            .find(DATABASE_PASSWORD_FILE)
            .map(readFile)
            .map(String::strip)
            .or(() -> given.secret(DATABASE_PASSWORD_VARIABLE));
    try {
      return Optional.of(new DatabaseAddress(url.get(), given.find(DATABASE_USER), password));
    } catch (DatabaseOpeningException wrong) {
      throw new InvalidSettingException(given.origin(DATABASE) + ": " + wrong.getMessage(), wrong);
    }
  }
}
