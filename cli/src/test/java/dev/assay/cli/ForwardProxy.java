package dev.assay.cli;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A forward proxy on loopback, as RFC 9110 has them: tunnels for `CONNECT`, and requests that name
/// their whole target, one a connection. It can let evidence come to a halt on its way.
final class ForwardProxy implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n");

  private final ServerSocket listening;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Halt halt;
  private final CountDownLatch halted = new CountDownLatch(1);

  private ForwardProxy(ServerSocket listening, Halt halt) {
    this.listening = listening;
    this.halt = halt;
  }

  /// Where a request with packed content is held for good.
  enum Halt {
    NOWHERE,
    /// When half of its content has left.
    IN_THE_REQUEST,
    /// When the service has answered, and the answer has not gone on.
    BEFORE_THE_ANSWER
  }

  static ForwardProxy start(Halt halt) throws IOException {
    return start(halt, 0);
  }

  /// @param port 0 for any that is free
  static ForwardProxy start(Halt halt, int port) throws IOException {
    ForwardProxy proxy =
        new ForwardProxy(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), halt);
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /// The first line of each request.
  List<String> asked() {
    return new ArrayList<>(asked);
  }

  /// Waits until a request is held.
  ///
  /// @return whether one was, before a minute was over
  boolean isHolding() throws InterruptedException {
    return halted.await(1, TimeUnit.MINUTES);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // It was asked to end.
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      String line = head.substring(0, head.indexOf('\r'));
      asked.add(line);
      String[] words = line.split(" ", -1);
      if (words[0].equals("CONNECT")) {
        tunnel(client, URI.create("http://" + words[1]));
      } else {
        forward(client, head, URI.create(words[1]), line);
      }
    } catch (IOException ended) {
      // Either side may end a connection whenever it likes.
    } finally {
      open.remove(client);
    }
  }

  private void tunnel(Socket client, URI to) throws IOException {
    try (Socket server = connect(to)) {
      client
          .getOutputStream()
          .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      Thread back = Thread.ofVirtual().start(() -> copy(server, client));
      copy(client, server);
      back.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(Socket client, String head, URI to, String line) throws IOException {
    try (Socket server = connect(to)) {
      OutputStream request = server.getOutputStream();
      String own = line.replace(to.toString(), to.getRawPath());
      request.write(
          (own + "\r\nconnection: close" + head.substring(line.length()))
              .getBytes(StandardCharsets.UTF_8));
      String names = head.toLowerCase(Locale.ROOT);
      Halt here = names.contains("content-encoding: gzip") ? halt : Halt.NOWHERE;
      Matcher length = LENGTH.matcher(names);
      int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
      byte[] body = client.getInputStream().readNBytes(bytes);
      request.write(body, 0, here == Halt.IN_THE_REQUEST ? bytes / 2 : bytes);
      request.flush();
      if (here == Halt.IN_THE_REQUEST) {
        hold(client);
      }
      byte[] answer = server.getInputStream().readAllBytes();
      if (here == Halt.BEFORE_THE_ANSWER) {
        hold(client);
      }
      client.getOutputStream().write(answer);
    }
  }

  /// Until the client is gone.
  private void hold(Socket client) throws IOException {
    halted.countDown();
    if (client.getInputStream().read() < 0) {
      throw new EOFException();
    }
  }

  private Socket connect(URI to) throws IOException {
    Socket server = new Socket(to.getHost(), to.getPort());
    open.add(server);
    return server;
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      // The other direction ends with it.
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        throw new EOFException();
      }
      head.write(read);
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
