package dev.assay.inventory.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `recurse_file_system` over a tree in which another file system is mounted, against oscap.
class SearchedFileSystemsTest {
  private static final String PARTS =
      """
      <tests>
      <unix:file_test id="oval:a:tst:1" version="1" check="all" comment="c"><unix:object object_ref="oval:a:obj:1"/></unix:file_test>
      <unix:file_test id="oval:a:tst:2" version="1" check="all" comment="c"><unix:object object_ref="oval:a:obj:2"/></unix:file_test>
      <unix:file_test id="oval:a:tst:3" version="1" check="all" comment="c"><unix:object object_ref="oval:a:obj:3"/></unix:file_test>
      <unix:file_test id="oval:a:tst:4" version="1" check="all" comment="c"><unix:object object_ref="oval:a:obj:4"/></unix:file_test>
      </tests><objects>
      <unix:file_object id="oval:a:obj:1" version="1"><unix:behaviors recurse="directories" recurse_direction="down" max_depth="-1" recurse_file_system="WHICH"/>
        <unix:path>/a</unix:path><unix:filename operation="pattern match">.*</unix:filename></unix:file_object>
      <unix:file_object id="oval:a:obj:2" version="1"><unix:behaviors recurse="directories" recurse_direction="down" max_depth="-1" recurse_file_system="WHICH"/>
        <unix:path>/a</unix:path><unix:filename xsi:nil="true"/></unix:file_object>
      <unix:file_object id="oval:a:obj:3" version="1"><unix:behaviors recurse_file_system="WHICH"/>
        <unix:path operation="pattern match">^/a/.*</unix:path><unix:filename operation="pattern match">.*</unix:filename></unix:file_object>
      <unix:file_object id="oval:a:obj:4" version="1"><unix:behaviors recurse="directories" recurse_direction="down" max_depth="-1" recurse_file_system="WHICH"/>
        <unix:path>/a/b/mounted</unix:path><unix:filename operation="pattern match">.*</unix:filename></unix:file_object>
      </objects>
      """;

  @TempDir Path work;
  private Path tree = Path.of("");
  private Path mounted = Path.of("");

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    assumeTrue(SmallOval.hasOracle(), "oscap is not installed");
    tree = work.resolve("tree");
    mounted = Files.createDirectories(tree.resolve("a/b/mounted"));
    Files.createDirectories(tree.resolve("a/x"));
    assumeTrue(run("mount", "-t", "tmpfs", "none", mounted.toString()), "nothing can be mounted");
    Files.createDirectories(mounted.resolve("in"));
    for (String name :
        new String[] {"a/f1", "a/b/f2", "a/b/mounted/f3", "a/b/mounted/in/f4", "a/x/f5"}) {
      Files.writeString(tree.resolve(name), "");
    }
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", mounted.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"defined", "local", "all"})
  void findsWhatOscapFinds(String fileSystems) throws IOException {
    SmallOval content = new SmallOval(work, PARTS.replace("WHICH", fileSystems));
    Set<String> fields = Set.of("path", "filename");
    assertThat(content.assay(tree, fields)).isEqualTo(content.oscap(tree, fields)).hasSize(8);
  }
}
