package dev.assay.inventory.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.host.TreeHost;
import dev.assay.model.NotEvaluated;
import dev.assay.model.runtime.ProgramFile.Writers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWritersTest {
  private static final String TOOL = "/opt/tools/tool";

  @TempDir Path root;
  private final List<NotEvaluated> gaps = new ArrayList<>();

  @BeforeEach
  void writeTool() throws IOException {
    Files.createDirectories(root.resolve("opt/tools"));
    Files.writeString(root.resolve("opt/tools/tool"), "");
    permit("opt", "rwxr-xr-x");
    permit("opt/tools", "rwxr-xr-x");
    permit("opt/tools/tool", "rwxr-xr-x");
  }

  @Test
  void a_file_that_only_its_owner_may_write_to_is_not_everybody_s() throws IOException {
    assertThat(writers().everybody()).isFalse();
    assertThat(writers().group()).isFalse();
  }

  @Test
  void who_may_write_to_the_file_may_change_it() throws IOException {
    permit("opt/tools/tool", "rwxr-xrw-");
    assertThat(writers().everybody()).isTrue();
  }

  @Test
  void who_may_write_to_a_directory_on_its_path_may_change_it() throws IOException {
    permit("opt", "rwxr-xrwx");
    assertThat(writers().everybody()).isTrue();
  }

  @Test
  void in_a_sticky_directory_only_owners_replace_files() throws IOException {
    Files.setAttribute(root.resolve("opt"), "unix:mode", 01777);
    assertThat(writers().everybody()).isFalse();
  }

  @Test
  void an_owner_other_than_root_may_change_it() throws IOException {
    boolean ofRoot = Map.of("uid", 0).equals(Files.readAttributes(root.resolve("opt"), "unix:uid"));
    assertThat(writers().owner()).isEqualTo(!ofRoot);
    if (ofRoot) {
      Files.setAttribute(root.resolve("opt/tools"), "unix:uid", 65_534);
      assertThat(writers().owner()).isTrue();
    }
  }

  @Test
  void of_a_file_that_is_gone_nothing_is_said() throws IOException {
    assertThat(new FileWriters(TreeHost.at(root), gaps::add).of("/opt/none")).isNull();
    assertThat(gaps).isEmpty();
  }

  private Writers writers() throws IOException {
    Writers writers = new FileWriters(TreeHost.at(root), gaps::add).of(TOOL);
    assertThat(gaps).isEmpty();
    return Objects.requireNonNull(writers);
  }

  private void permit(String file, String permissions) throws IOException {
    Files.setPosixFilePermissions(root.resolve(file), PosixFilePermissions.fromString(permissions));
  }
}
