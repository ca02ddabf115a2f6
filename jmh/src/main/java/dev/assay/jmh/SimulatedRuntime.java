package dev.assay.jmh;

import dev.assay.agent.collect.Collector;
import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.EvidenceContent;
import dev.assay.awsapi.assay.RuntimeFile;
import dev.assay.awsapi.assay.RuntimeObservation;
import dev.assay.awsapi.assay.RuntimePackage;
import dev.assay.awsapi.assay.RuntimeProcess;
import dev.assay.awsapi.assay.RuntimeSocket;
import dev.assay.awsapi.assay.RuntimeTransport;
import dev.assay.awsapi.codec.Path;
import dev.assay.awsapi.codec.ValueReader;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.codec.Violations;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.schema.Shape;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// What a host does that is not there: as many processes, files and sockets as a small server has.
final class SimulatedRuntime implements Collector {
  private static final Shape SHAPE = AssayApi.schema().struct("RuntimeObservation");
  private static final int PROCESSES = 120;
  private static final int FILES = 250;
  private static final int SOCKETS = 12;

  private final InstantSource clock;
  private int samples;
  private boolean stopped;

  SimulatedRuntime(InstantSource clock) {
    this.clock = clock;
  }

  int samples() {
    return samples;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public String name() {
    return "runtime";
  }

  @Override
  public Keeping keeping() {
    return Keeping.EVERY;
  }

  @Override
  public byte[] collect() throws IOException {
    if (stopped) {
      throw new IOException("it has stopped");
    }
    samples++;
    return JsonWriter.utf8(to -> new ValueWriter(to).write(SHAPE, observation()));
  }

  @Override
  public EvidenceContent content(byte[] collected) {
    return new EvidenceContent.Runtime(
        (RuntimeObservation)
            Objects.requireNonNull(
                new ValueReader(
                        AssayApi.schema().types(),
                        ValueReader.Strictness.TYPES_ONLY,
                        new Violations())
                    .read(SHAPE, JsonReader.read(collected), Path.ROOT)));
  }

  private RuntimeObservation observation() {
    return RuntimeObservation.builder()
        .takenAt(clock.instant())
        .kernel("6.1.0-28-amd64")
        .uptimeSeconds(86_400L + samples)
        .listening(
            IntStream.range(0, SOCKETS)
                .mapToObj(
                    port ->
                        RuntimeSocket.builder()
                            .transport(RuntimeTransport.of("TCP"))
                            .address("0.0.0.0")
                            .port(8_000 + port)
                            .processes(List.of(100 + port))
                            .build())
                .toList())
        .connections(List.of())
        .processes(
            IntStream.range(0, PROCESSES)
                .mapToObj(
                    process ->
                        RuntimeProcess.builder()
                            .id(100 + process)
                            .name("process-" + process)
                            .executable(file(process))
                            .root(process % 2 == 0)
                            .libraries(List.of(file(process + 1), file(process + 2)))
                            .build())
                .toList())
        .files(
            IntStream.range(0, FILES)
                .mapToObj(
                    file ->
                        RuntimeFile.builder()
                            .path(file(file))
                            .owner(RuntimePackage.builder().name("package-" + file).build())
                            .build())
                .toList())
        .notEvaluated(List.of())
        .build();
  }

  private static String file(int number) {
    return "/usr/lib/x86_64-linux-gnu/lib-" + number + ".so";
  }
}
