package dev.assay.feeds.download;

import dev.assay.feeds.download.FetchFailure.Remedy;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;

/// Asks again where that may help: waiting twice as long each time, less a random part so that
/// many clients do not come back together, and as long as the server asks for, up to a bound.
final class Persistence {
  private final UpdateSettings settings;
  private final Surroundings surroundings;

  Persistence(UpdateSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
  }

  /// Something that may have to be tried several times.
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException, InterruptedException;
  }

  /// Is told before each wait.
  @FunctionalInterface
  interface Watcher {
    void retrying(int attempt, Duration delay, String reason);
  }

  /// The first success.
  ///
  /// @throws FetchFailure the last one, or the first that asking again would not help
  /// @throws OfflineException at once
  <T> T run(Attempt<T> attempt, Watcher watcher) throws IOException, InterruptedException {
    for (int number = 1; ; number++) {
      FetchFailure failure;
      try {
        return attempt.run();
      } catch (OfflineException offline) {
        throw offline;
      } catch (FetchFailure stated) {
        failure = stated;
      } catch (IOException broken) {
        failure = new FetchFailure(Remedy.RETRY, describe(broken));
      }
      if (failure.remedy() != Remedy.RETRY || number >= settings.attempts()) {
        throw failure;
      }
      Duration delay = delay(number, failure.retryAfter());
      watcher.retrying(number + 1, delay, failure.reason());
      surroundings.pause().forTime(delay);
    }
  }

  private static String describe(IOException broken) {
    if (broken instanceof ConnectException) {
      return broken.getCause() instanceof ConnectException
              && broken.getCause().getCause() instanceof UnresolvedAddressException
          ? "the server's name is not known"
          : "no connection to the server";
    }
    String message = broken.getMessage();
    String name = broken.getClass().getSimpleName();
    return message == null ? name : name + ": " + message;
  }

  private Duration delay(int attempt, Optional<Duration> asked) {
    long longest = settings.longestDelay().toMillis();
    long doubled = settings.firstDelay().toMillis() << Math.min(attempt - 1, 20);
    long whole = Math.min(doubled, longest);
    long jittered = whole <= 1 ? whole : whole / 2 + surroundings.random().nextLong(whole / 2 + 1);
    long wanted = Math.max(jittered, asked.map(Duration::toMillis).orElse(0L));
    return Duration.ofMillis(Math.min(wanted, longest));
  }
}
