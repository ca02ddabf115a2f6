package dev.assay.agentless.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SshAddressTest {
  @ParameterizedTest
  @CsvSource({
    "ssh://web-1, , web-1, 22, /",
    "ssh://web-1/, , web-1, 22, /",
    "ssh://admin@web-1:2222/mnt/root, admin, web-1, 2222, /mnt/root",
    "ssh://admin@[2001:db8::1]:2222/, admin, 2001:db8::1, 2222, /",
    "ssh://h/a%20b, , h, 22, /a b",
  })
  void an_address_has_a_user_a_host_a_port_and_a_path(
      String text, String user, String host, int port, String path) {
    assertThat(SshAddress.parse(text)).isEqualTo(new SshAddress(user, host, port, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ssh:///", "ssh://", "ssh://h:x/", "ssh://h:70000/", "ssh://h/?a", "http://h/"})
  void what_is_no_address_is_quoted(String text) {
    assertThatThrownBy(() -> SshAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(text + ": expected ssh://[user@]host[:port][/path]");
  }

  @Test
  void a_jump_host_has_no_path() {
    assertThat(SshAddress.parseJump("me@bastion:2200"))
        .isEqualTo(new SshAddress("me", "bastion", 2200, "/"));
    assertThatThrownBy(() -> SshAddress.parseJump("bastion/root"))
        .hasMessage("bastion/root: expected [user@]host[:port]");
  }
}
