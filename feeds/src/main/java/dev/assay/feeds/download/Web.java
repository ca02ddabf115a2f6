package dev.assay.feeds.download;

import dev.assay.feeds.download.FetchFailure.Remedy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks for an address and follows redirects, by rules of our own; turns refusals into failures
/// that say whether to ask again.
final class Web {
  private static final int MOST_REDIRECTS = 5;
  private static final int LARGEST_TEXT = 4 << 20;

  private final Transport transport;
  private final boolean allowHttp;

  Web(Transport transport, boolean allowHttp) {
    this.transport = transport;
    this.allowHttp = allowHttp;
  }

  /// An answer with status 200, 206, 304 or 416.
  Transport.Answer get(URI url, Map<String, String> headers)
      throws IOException, InterruptedException {
    URI at = url;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Transport.Answer answer = transport.get(at, headers);
      switch (answer.status()) {
        case 200, 206, 304, 416 -> {
          return answer;
        }
        case 301, 302, 303, 307, 308 -> {
          String location = answer.header("Location").orElse(null);
          answer.close();
          at = redirected(at, location, allowHttp);
        }
        default -> {
          answer.close();
          throw refusal(at, answer);
        }
      }
    }
    throw new FetchFailure(Remedy.NONE, url + ": more than " + MOST_REDIRECTS + " redirects");
  }

  /// A small text, such as a list of mirrors or of checksums.
  String text(URI url) throws IOException, InterruptedException {
    return new String(bytes(url), StandardCharsets.UTF_8);
  }

  byte[] bytes(URI url) throws IOException, InterruptedException {
    try (Transport.Answer answer = get(url, Map.of())) {
      if (answer.status() != 200) {
        throw new FetchFailure(Remedy.RETRY, url + " answered " + answer.status());
      }
      byte[] bytes = answer.body().readNBytes(LARGEST_TEXT + 1);
      if (bytes.length > LARGEST_TEXT) {
        throw new FetchFailure(Remedy.NONE, url + ": more than " + LARGEST_TEXT + " bytes");
      }
      return bytes;
    }
  }

  /// Where a redirect leads. TLS is never given up on the way, unless addresses without it are
  /// allowed.
  static URI redirected(URI from, @Nullable String location, boolean allowHttp)
      throws FetchFailure {
    if (location == null) {
      throw new FetchFailure(Remedy.NONE, from + ": a redirect that leads nowhere");
    }
    URI to;
    try {
      to = from.resolve(location.replace(" ", "%20"));
    } catch (IllegalArgumentException noAddress) {
      throw new FetchFailure(Remedy.NONE, from + ": a redirect to no address: " + location);
    }
    boolean safe = "https".equals(to.getScheme());
    boolean plain = "http".equals(to.getScheme()) && allowHttp;
    if (!(safe || plain) || to.getHost() == null) {
      throw new FetchFailure(Remedy.NONE, from + ": a redirect that is not followed: " + to);
    }
    return to;
  }

  /// Reads an address of the web; empty where the text is none.
  static Optional<URI> address(String text) {
    try {
      return Optional.of(URI.create(text)).filter(url -> url.getHost() != null);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  boolean allowsHttp() {
    return allowHttp;
  }

  /// The same address with TLS, unless addresses without it are allowed.
  URI secured(URI url) {
    return allowHttp || !"http".equals(url.getScheme())
        ? url
        : URI.create("https" + url.toString().substring("http".length()));
  }

  private static FetchFailure refusal(URI url, Transport.Answer answer) {
    int status = answer.status();
    String message = url + " answered " + status;
    if (status == 404 || status == 410) {
      return new FetchFailure(Remedy.ABSENT, message);
    }
    boolean passing = status >= 500 || status == 408 || status == 425 || status == 429;
    return new FetchFailure(
        passing ? Remedy.RETRY : Remedy.NONE,
        message,
        answer.header("Retry-After").flatMap(Web::seconds).orElse(null));
  }

  private static Optional<Duration> seconds(String text) {
    return text.strip().matches("[0-9]{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())))
        : Optional.empty();
  }
}
