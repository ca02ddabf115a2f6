package dev.assay.inspector.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.inspector.InspectorOperations;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CompatibilityTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z][A-Za-z]+) \\|");

  @Test
  void the_documentation_has_exactly_the_operations_of_the_interface() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "compatibility.md"));
    String section = page.substring(page.indexOf("## Inspector Classic"));
    int next = section.indexOf("\n## ", 1);
    List<String> documented =
        ROW.matcher(next < 0 ? section : section.substring(0, next))
            .results()
            .map((MatchResult row) -> row.group(1))
            .toList();
    List<String> operations =
        Stream.of(InspectorOperations.class.getMethods())
            .map(Method::getName)
            .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
            .sorted()
            .toList();
    assertThat(operations).hasSize(37);
    assertThat(documented).isEqualTo(operations);
  }
}
