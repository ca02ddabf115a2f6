package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a running host tells, as oscap tells it of this machine.
class LiveItemsTest {
  private static final String DEFINITIONS =
      """
      <oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5" xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5">
      <generator><oval:schema_version>5.11.1</oval:schema_version><oval:timestamp>2026-01-01T00:00:00</oval:timestamp></generator>
      <definitions><definition id="oval:t:def:1" version="1" class="compliance"><metadata><title>t</title><description>d</description></metadata><criteria>
      <criterion test_ref="oval:t:tst:1"/><criterion test_ref="oval:t:tst:2"/><criterion test_ref="oval:t:tst:3"/></criteria></definition></definitions>
      <tests>
      <partition_test xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux" id="oval:t:tst:1" version="1" check="all" comment="c"><object object_ref="oval:t:obj:1"/></partition_test>
      <interface_test xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#unix" id="oval:t:tst:2" version="1" check="all" comment="c"><object object_ref="oval:t:obj:2"/></interface_test>
      <inetlisteningservers_test xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux" id="oval:t:tst:3" version="1" check="all" comment="c"><object object_ref="oval:t:obj:3"/></inetlisteningservers_test>
      </tests><objects>
      <partition_object xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux" id="oval:t:obj:1" version="1"><mount_point operation="pattern match">^/(dev|proc)?$</mount_point></partition_object>
      <interface_object xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#unix" id="oval:t:obj:2" version="1"><name operation="pattern match">.*</name></interface_object>
      <inetlisteningservers_object xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5#linux" id="oval:t:obj:3" version="1"><protocol>tcp</protocol><local_address operation="pattern match">.*</local_address><local_port datatype="int" operation="greater than">0</local_port></inetlisteningservers_object>
      </objects></oval_definitions>
      """;

  @TempDir Path directory;

  /// It passes over interfaces that have none.
  @Test
  void addresses_of_interfaces_are_oscap_s() throws Exception {
    assertThat(items("interface", assay(), List.of()))
        .filteredOn(item -> item.contains("inet_addr"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(items("interface", oscap(), List.of()));
  }

  /// What is used may change in between; UUIDs need the device itself, which oscap opens.
  @Test
  void space_of_partitions_is_oscap_s() throws Exception {
    List<String> volatileFields = List.of("uuid", "mount_options", "space_used", "space_left");
    assertThat(items("partition", assay(), volatileFields))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(items("partition", oscap(), volatileFields))
        .anyMatch(item -> item.contains("total_space=int:"));
  }

  @Test
  void a_socket_that_listens_is_told_with_its_process() throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(items("inetlisteningserver", assay(), List.of()))
          .filteredOn(item -> item.contains("local_port=int:" + listening.getLocalPort() + " "))
          .singleElement()
          .asString()
          .contains("pid=int:" + ProcessHandle.current().pid() + " ", "program_name=java ");
    }
  }

  private String assay() throws IOException {
    Path content =
        Files.writeString(
            directory.resolve("ds.xml"),
            """
            <data-stream-collection xmlns:xlink="http://www.w3.org/1999/xlink">
            <data-stream id="d"><checks><component-ref id="c" xlink:href="#o"/></checks>
            <checklists><component-ref id="b" xlink:href="#x"><catalog><uri name="oval.xml" uri="#c"/></catalog></component-ref></checklists></data-stream>
            <component id="x"><Benchmark id="bench"><title>Live</title><version>1</version>
            <Profile id="p"><title>p</title><select idref="r" selected="true"/></Profile>
            <Rule id="r"><title>r</title><check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">
            <check-content-ref href="oval.xml" name="oval:t:def:1"/></check></Rule></Benchmark></component>
            <component id="o">DEFINITIONS</component></data-stream-collection>
            """
                .replace("DEFINITIONS", DEFINITIONS));
    return Assay.run("cis", "/", "--content", content, "--profile", "p", "--format", "arf").out();
  }

  private String oscap() throws IOException, InterruptedException {
    Path program = Path.of("/usr/bin/oscap");
    Assumptions.assumeTrue(Files.isExecutable(program), "oscap absent");
    Path results = directory.resolve("results.xml");
    Path definitions = Files.writeString(directory.resolve("oval.xml"), DEFINITIONS);
    new ProcessBuilder(
            program.toString(),
            "oval",
            "eval",
            "--results",
            results.toString(),
            definitions.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return Files.readString(results);
  }

  /// The items of a type, each as one line without its number.
  private static List<String> items(String type, String document, List<String> without) {
    return Pattern.compile("<(?:[\\w-]+:)?" + type + "_item[ >].*?_item>", Pattern.DOTALL)
        .matcher(document)
        .results()
        .map(found -> shown(found.group(), without))
        .toList();
  }

  private static String shown(String item, List<String> without) {
    StringBuilder shown = new StringBuilder();
    Matcher field =
        Pattern.compile("<(?:[\\w-]+:)?(\\w+)(?: datatype=\"(\\w+)\")?(?:/>|>([^<\\n]*)</)")
            .matcher(item);
    while (field.find()) {
      if (!without.contains(field.group(1))) {
        shown.append(field.group(1)).append('=');
        shown.append(field.group(2) == null ? "" : field.group(2) + ":");
        shown.append(field.group(3) == null ? "" : field.group(3)).append(' ');
      }
    }
    return shown.toString();
  }
}
