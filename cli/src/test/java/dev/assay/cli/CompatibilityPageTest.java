package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.awsapi.assay.AssayOperations;
import dev.assay.awsapi.inspector.InspectorOperations;
import dev.assay.awsapi.inspector2.Inspector2Operations;
import dev.assay.awsapi.inspectorscan.InspectorScanOperations;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// docs/compatibility.md beside what is served: every operation is told of, and what is refused as
/// not built is listed as that, and nothing else is.
final class CompatibilityPageTest {
  private static final String NOT_BUILT = "Not built";

  /// Which headings tell of a service.
  private static final Map<Class<?>, Predicate<String>> SERVICES =
      Map.of(
          InspectorOperations.class, heading -> heading.startsWith("Inspector Classic"),
          Inspector2Operations.class, heading -> heading.startsWith("Inspector v2"),
          InspectorScanOperations.class, heading -> heading.startsWith("Inspector Scan"),
          AssayOperations.class, heading -> heading.startsWith("Assay's own"));

  private static final Pattern SECTION = Pattern.compile("(?ms)^## (.+?)\n(.*?)(?=^## |\\z)");
  private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z]+[A-Za-z0-9]*\\b");
  private static final Pattern GROUP = Pattern.compile("NotBuilt\\s*\\.group\\((\\w+)\\.class\\)");
  private static final Pattern ONE =
      Pattern.compile("NotBuilt\\s*\\.refused\\(\\s*\"(\\w+)\"\\s*\\)");

  private record Section(String heading, String text) {
    Set<String> names() {
      return NAME.matcher(text).results().map(name -> name.group()).collect(Collectors.toSet());
    }
  }

  @TestFactory
  Stream<DynamicTest> every_operation_is_told_of() throws IOException {
    List<Section> sections = sections();
    return SERVICES.entrySet().stream()
        .map(
            service ->
                DynamicTest.dynamicTest(
                    service.getKey().getSimpleName(),
                    () -> {
                      Set<String> told =
                          sections.stream()
                              .filter(
                                  section ->
                                      service.getValue().test(section.heading)
                                          || section.heading.equals(NOT_BUILT))
                              .flatMap(section -> section.names().stream())
                              .collect(Collectors.toSet());
                      assertThat(operations(service.getKey())).isNotEmpty().isSubsetOf(told);
                    }));
  }

  @Test
  void what_is_listed_as_not_built_is_exactly_what_is_refused() throws IOException {
    Set<String> operations =
        SERVICES.keySet().stream()
            .flatMap(service -> operations(service).stream())
            .collect(Collectors.toSet());
    Set<String> listed = new TreeSet<>();
    for (Section section : sections()) {
      if (section.heading.equals(NOT_BUILT)) {
        listed.addAll(section.names());
      }
    }
    listed.retainAll(operations);
    assertThat(listed).isEqualTo(refused());
  }

  /// What the sources refuse as not built: whole groups where the services are put together, single
  /// operations where they stand.
  private static Set<String> refused() throws IOException {
    Set<String> refused = new TreeSet<>();
    for (Path root : List.of(Path.of("src/main/java"), Path.of("../inspector/src/main/java"))) {
      for (Path file : sources(root)) {
        String source = Files.readString(file);
        Matcher group = GROUP.matcher(source);
        while (group.find()) {
          refused.addAll(operations(group(source, group.group(1))));
        }
        ONE.matcher(source).results().forEach(one -> refused.add(operation(one.group(1))));
      }
    }
    return refused;
  }

  private static Class<?> group(String source, String name) {
    Matcher imported = Pattern.compile("import (\\S+\\." + name + ");").matcher(source);
    assertThat(imported.find()).as("the import of %s", name).isTrue();
    try {
      return Class.forName(imported.group(1));
    } catch (ClassNotFoundException unknown) {
      throw new AssertionError(unknown);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static Set<String> operations(Class<?> service) {
    return Stream.of(service.getMethods())
        .map(Method::getName)
        .map(CompatibilityPageTest::operation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String operation(String method) {
    return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
  }

  private static List<Section> sections() throws IOException {
    List<Section> sections = new ArrayList<>();
    Matcher section = SECTION.matcher(Files.readString(Path.of("..", "docs", "compatibility.md")));
    while (section.find()) {
      sections.add(new Section(section.group(1), section.group(2)));
    }
    return sections;
  }
}
