package dev.assay.inventory.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExecutableMappingsTest {
  private static final String MAPS =
      """
      55d0-55d8 r--p 00000000 08:01 131 /usr/sbin/in.telnetd
      55d8-55e0 r-xp 00008000 08:01 131 /usr/sbin/in.telnetd
      7f00-7f10 r-xp 00000000 08:01 132 /usr/lib/libold.so.1 (deleted)
      7f10-7f20 r--p 00000000 08:01 133 /usr/share/data (deleted)
      7f20-7f30 r-xp 00000000 08:01 134 /opt/a name/lib with spaces.so
      7f30-7f40 rwxp 00000000 00:01 135 /memfd:jit (deleted)
      7f40-7f50 rwxp 00000000 08:01 136 /tmp/jit1 (deleted)
      7f50-7f60 r-xp 00000000 00:00 0 [vdso]
      7f60-7f70 r-xp 00000000 00:00 0
      """;

  @Test
  void only_files_mapped_for_execution_count() {
    assertThat(ExecutableMappings.of(MAPS).present())
        .containsExactly("/opt/a name/lib with spaces.so", "/usr/sbin/in.telnetd");
  }

  @Test
  void what_a_program_made_and_deleted_itself_is_no_replaced_library() {
    assertThat(ExecutableMappings.of(MAPS).deleted()).containsExactly("/usr/lib/libold.so.1");
  }

  @Test
  void a_process_with_a_number_in_an_inner_namespace_is_in_a_container() {
    assertThat(ProcessReader.Status.of("Name:\tsshd\nUid:\t1\t0\t0\t0\nNSpid:\t7\n"))
        .isEqualTo(new ProcessReader.Status("sshd", true, false, false));
    assertThat(
            ProcessReader.Status.of(
                "Name:\tnginx\nUid:\t33\t33\t33\t33\nNSpid:\t70\t1\nVmSize:\t9 kB\n"))
        .isEqualTo(new ProcessReader.Status("nginx", false, true, true));
  }
}
