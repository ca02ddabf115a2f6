package dev.assay.agentless.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.SshException;

/// Says why a connection failed, in the words of whoever has to mend it.
final class Refusal {
  private static final int DEEPEST = 10;

  private Refusal() {}

  /// @param connected whether there was a connection, so that the login is what failed
  static String words(IOException failure, boolean connected, Credentials credentials) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST; i++) {
      switch (cause) {
        case UnreachedException known -> {
          return String.valueOf(known.getMessage());
        }
        case ConnectException refused -> {
          return "the connection was refused";
        }
        case NoRouteToHostException unreachable -> {
          return "there is no route to it";
        }
        case TimeoutException late -> {
          return connected ? "it did not finish the login in time" : "it did not answer in time";
        }
        default -> {}
      }
      if (cause.getCause() == null) {
        break;
      }
      cause = cause.getCause();
    }
    return connected && failure instanceof SshException ssh && isLogin(ssh)
        ? login(credentials)
        : plain(cause);
  }

  private static boolean isLogin(SshException failure) {
    return String.valueOf(failure.getMessage()).contains("authentication methods");
  }

  private static String login(Credentials credentials) {
    if (credentials.keys().isEmpty() && credentials.agent() == null) {
      return "it was offered no key: there is neither a usable key file nor an ssh-agent"
          + also(credentials);
    }
    return "it accepts none of the keys it was offered" + also(credentials);
  }

  private static String also(Credentials credentials) {
    return credentials.unusable().isEmpty()
        ? ""
        : " (" + String.join("; ", credentials.unusable()) + ")";
  }

  private static String plain(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\.+$", "");
  }
}
