package dev.assay.cli;

import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.server.AssayServer;
import dev.assay.server.Recovery;
import dev.assay.server.SettingsHelp;
import dev.assay.server.http.PortException;
import dev.assay.server.log.ProcessLog;
import dev.assay.server.setting.GivenSettings;
import dev.assay.server.setting.InvalidSettingException;
import dev.assay.server.setting.ServerSettings;
import dev.assay.store.DatabaseOpeningException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// The commands that need the server's classes.
final class Serving {
  private Serving() {}

  static int help(Terminal terminal) throws IOException {
    say(
        terminal.out(),
        """
        Usage: assay serve [SETTING…]
        Runs the service: the APIs of Inspector over PostgreSQL. A setting is a flag, a variable of
        the environment (--rate-burst is ASSAY_RATE_BURST) or a line of the file that --config
        names (rate.burst = 1000).
        """
            + SettingsHelp.text());
    return ExitCode.DONE.number();
  }

  /// Serves until the process is told to end.
  static int serve(Terminal terminal, List<String> words) throws IOException, InterruptedException {
    ProcessLog.begin();
    AssayServer server = start(terminal, words);
    Thread stop = new Thread(server::close, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    AssayServer.Started started = server.started();
    if (started.firstKey().isPresent()) {
      tell(terminal, started.firstKey().get(), started.credentialsFile());
    }
    if (started.fingerprint().isPresent()) {
      say(terminal.out(), "Its authority's SHA-256 is " + started.fingerprint().get() + "\n");
    }
    say(terminal.out(), "Assay is ready at " + started.url() + "\n");
    new CountDownLatch(1).await();
    return ExitCode.DONE.number();
  }

  static int recover(Terminal terminal, List<String> words) throws IOException {
    ProcessLog.begin();
    try {
      Recovery.Recovered recovered = Recovery.recover(settings(words));
      tell(terminal, recovered.key(), recovered.file());
      return ExitCode.DONE.number();
    } catch (InvalidSettingException | DatabaseOpeningException wrong) {
      throw new InputException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /// Starts a server, which answers already.
  static AssayServer start(Terminal terminal, List<String> words) throws IOException {
    try {
      AtomicReference<AssayServer> running = new AtomicReference<>();
      ServerSettings settings = settings(words);
      AssayServer server =
          new AssayServer(
              settings,
              ground ->
                  InspectorServices.moveIn(
                      ground,
                      settings,
                      () -> Objects.requireNonNull(running.get()).started().url()),
              terminal.out());
      running.set(server);
      return server;
    } catch (InvalidSettingException | DatabaseOpeningException | PortException wrong) {
      throw new InputException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static ServerSettings settings(List<String> words) {
    List<String> all = new ArrayList<>(words);
    GivenSettings given =
        GivenSettings.gather(all, System.getenv(), file -> read("--config", Path.of(file)));
    return ServerSettings.of(
        given,
        ApplicationDirectories.ofThisUser().data().resolve("server"),
        file -> read("--database-password-file", file));
  }

  private static String read(String flag, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new InvalidSettingException(
          flag + ": " + file + " cannot be read: " + IoFailure.words(unreadable));
    }
  }

  /// A secret goes to a person's eyes once, and never into a log.
  private static void tell(Terminal terminal, NewAccessKey key, Path file) throws IOException {
    String where = "The administrator's access key is in " + file + "\n";
    say(
        terminal.out(),
        terminal.interactive()
            ? where
                + "  aws_access_key_id = "
                + key.key().id()
                + "\n  aws_secret_access_key = "
                + key.secret().reveal()
                + "\n"
            : where);
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
