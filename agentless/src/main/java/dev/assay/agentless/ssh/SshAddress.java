package dev.assay.agentless.ssh;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where a machine is reached: `ssh://[user@]host[:port][/path]`, the path being the root to read.
///
/// @param user null where none is given
/// @param path absolute, `/` where none is given
public record SshAddress(@Nullable String user, String host, int port, String path) {
  private static final String SCHEME = "ssh";
  private static final int USUAL_PORT = 22;
  private static final String EXPECTED = "expected ssh://[user@]host[:port][/path]";

  /// Whether a text is meant to be one, well written or not.
  public static boolean isMeant(String text) {
    return text.startsWith(SCHEME + "://");
  }

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException quoting what is wrong
  public static SshAddress parse(String text) {
    try {
      URI uri = new URI(text);
      String user = uri.getUserInfo();
      if (!SCHEME.equals(uri.getScheme()) || uri.getHost() == null) {
        throw new IllegalArgumentException(text + ": " + EXPECTED);
      }
      if (user != null && user.indexOf(':') >= 0) {
        throw new IllegalArgumentException(
            SCHEME + "://…@" + uri.getHost() + ": a password is never taken from an address");
      }
      if (uri.getQuery() != null || uri.getFragment() != null || uri.getPort() > 0xFFFF) {
        throw new IllegalArgumentException(text + ": " + EXPECTED);
      }
      return new SshAddress(user, bare(uri.getHost()), port(uri), path(uri));
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(text + ": " + EXPECTED, malformed);
    }
  }

  /// Reads what names a jump host, `[user@]host[:port]`.
  ///
  /// @throws IllegalArgumentException quoting what is wrong
  public static SshAddress parseJump(String text) {
    SshAddress jump = parse(SCHEME + "://" + text);
    if (!jump.path().equals("/") || text.endsWith("/")) {
      throw new IllegalArgumentException(text + ": expected [user@]host[:port]");
    }
    return jump;
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
  }

  private static String path(URI uri) {
    return uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
  }

  /// An address of IP version 6 without its brackets.
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// The machine without user and path, as known_hosts and people write it.
  public String place() {
    return port == USUAL_PORT ? host : "[" + host + "]:" + port;
  }
}
