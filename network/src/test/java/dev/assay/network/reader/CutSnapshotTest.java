package dev.assay.network.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.network.Candidate;
import dev.assay.network.Exposure;
import dev.assay.network.Exposures;
import dev.assay.network.Places;
import dev.assay.network.Question;
import dev.assay.network.packet.PortSet;
import dev.assay.network.packet.Services;
import dev.assay.network.snapshot.Gap;
import dev.assay.network.snapshot.NetworkSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Snapshots that lost the end of a file, or the whole of it.
final class CutSnapshotTest {
  private static final int CUTS = 4;

  /// Something that the whole snapshot says is open.
  private record Open(String from, String to, Services services) {
    Open(Exposure exposure) {
      this(
          from(exposure.candidate()),
          exposure.candidate().destination().id(),
          Services.of(
              exposure.protocol(),
              PortSet.range(exposure.ports().first(), exposure.ports().last())));
    }

    /// Of many in joined VPCs, the one whose path it is.
    private static String from(Candidate way) {
      return way.route() == Candidate.Route.PEERED_VPC
          ? way.trail().hops().stream()
              .filter(hop -> hop.kind().equals("AWS::EC2::NetworkInterface"))
              .findFirst()
              .orElseThrow()
              .id()
          : way.source();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "network-transit"})
  void a_file_that_is_cut_is_named_and_nothing_is_closed_by_it(String example) throws IOException {
    Map<String, byte[]> files = files(example);
    List<Open> open = open(read(files));
    Random random = new Random(example.hashCode());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      for (int cut = 0; cut < CUTS; cut++) {
        int end =
            cut == 0 ? file.getValue().length / 2 : random.nextInt(lastBrace(file.getValue()));
        Map<String, byte[]> cutFiles = new TreeMap<>(files);
        cutFiles.put(file.getKey(), Arrays.copyOf(file.getValue(), end));
        NetworkSnapshot read = read(cutFiles);
        String name = file.getKey() + " cut at " + end;
        assertThat(read.gaps()).as(name).extracting(Gap::what).contains(file.getKey());
        open.forEach(
            each ->
                assertThat(outcome(read, each))
                    .as(name + ": " + each)
                    .isNotEqualTo(Optional.of(Candidate.Outcome.NOT_REACHABLE)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "network-transit"})
  void a_file_that_is_missing_is_named_where_it_closes_anything(String example) throws IOException {
    Map<String, byte[]> files = files(example);
    NetworkSnapshot whole = read(files);
    List<Open> open = open(whole);
    for (String missing : files.keySet()) {
      Map<String, byte[]> rest = new TreeMap<>(files);
      rest.remove(missing);
      NetworkSnapshot read = read(rest);
      List<Open> closed =
          open.stream()
              .filter(
                  each -> outcome(read, each).equals(Optional.of(Candidate.Outcome.NOT_REACHABLE)))
              .toList();
      if (!closed.isEmpty()) {
        List<Gap> named = new ArrayList<>(read.gaps());
        named.removeAll(whole.gaps());
        assertThat(named).as("%s missing closes %s", missing, closed).isNotEmpty();
      }
    }
  }

  private static List<Open> open(NetworkSnapshot read) {
    List<Open> open = Exposures.of(read).found().stream().map(Open::new).distinct().toList();
    assertThat(open)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(outcome(read, each)).contains(Candidate.Outcome.REACHABLE));
    return open;
  }

  /// Nothing where an end is not in the snapshot at all: such a question is refused.
  private static Optional<Candidate.Outcome> outcome(NetworkSnapshot read, Open asked) {
    Places places = new Places(read, Optional.empty());
    try {
      Question question =
          new Question(places.find(asked.from()), places.find(asked.to()), asked.services());
      return Optional.of(question.answer(read).outcome());
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static NetworkSnapshot read(Map<String, byte[]> files) {
    SnapshotReader reader = new SnapshotReader();
    files.forEach((name, content) -> reader.read(name, new ByteArrayInputStream(content)));
    return reader.snapshot();
  }

  private static Map<String, byte[]> files(String example) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(Path.of("..", "examples", example))) {
      for (Path file : all.filter(each -> each.toString().endsWith(".json")).toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static int lastBrace(byte[] content) {
    int last = content.length - 1;
    while (content[last] != '}') {
      last--;
    }
    return last;
  }
}
