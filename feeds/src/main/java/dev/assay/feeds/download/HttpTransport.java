package dev.assay.feeds.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The only code that opens sockets, by the JDK's client.
public final class HttpTransport implements Transport {
  private final HttpClient client;
  private final UpdateSettings settings;

  /// @param proxies which proxy to ask for which address
  public HttpTransport(UpdateSettings settings, Proxies proxies) {
    this.settings = settings;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(proxies);
    proxies.authenticator().ifPresent(builder::authenticator);
    this.client = builder.build();
  }

  @Override
  public Answer get(URI url, Map<String, String> headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(settings.longestSilence())
            .header("User-Agent", settings.userAgent());
    headers.forEach(request::header);
    return new HttpAnswer(
        client.send(request.GET().build(), head -> new TimedBody(settings.longestSilence())));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private record HttpAnswer(HttpResponse<InputStream> response) implements Answer {
    @Override
    public int status() {
      return response.statusCode();
    }

    @Override
    public Optional<String> header(String name) {
      List<String> values = response.headers().allValues(name);
      return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    @Override
    public InputStream body() {
      return response.body();
    }

    @Override
    public void close() throws IOException {
      response.body().close();
    }
  }
}
