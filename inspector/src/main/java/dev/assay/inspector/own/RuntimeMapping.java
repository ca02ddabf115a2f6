package dev.assay.inspector.own;

import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.assay.RuntimeConnection;
import dev.assay.awsapi.assay.RuntimeFile;
import dev.assay.awsapi.assay.RuntimeGap;
import dev.assay.awsapi.assay.RuntimeHardening;
import dev.assay.awsapi.assay.RuntimeObservation;
import dev.assay.awsapi.assay.RuntimePackage;
import dev.assay.awsapi.assay.RuntimeProcess;
import dev.assay.awsapi.assay.RuntimeRestingProgram;
import dev.assay.awsapi.assay.RuntimeSocket;
import dev.assay.awsapi.assay.RuntimeWriters;
import dev.assay.awsapi.codec.ValueWriter;
import dev.assay.awsapi.json.JsonWriter;
import dev.assay.awsapi.schema.Shape;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RestingProgram;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import dev.assay.model.runtime.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was seen of a running host, in the domain's words.
final class RuntimeMapping {
  private static final Shape SHAPE = AssayApi.schema().struct("RuntimeObservation");

  private RuntimeMapping() {}

  /// How many bytes of JSON it is.
  static long size(RuntimeObservation seen) {
    return JsonWriter.utf8(to -> new ValueWriter(to).write(SHAPE, seen)).length;
  }

  static RuntimeSample sample(RuntimeObservation seen) {
    return new RuntimeSample(
        seen.takenAt(),
        seen.kernel(),
        Duration.ofSeconds(seen.uptimeSeconds()),
        seen.listening().stream().map(RuntimeMapping::socket).toList(),
        seen.connections().stream().map(RuntimeMapping::connection).toList(),
        seen.processes().stream().map(RuntimeMapping::process).toList(),
        seen.files().stream().map(RuntimeMapping::file).toList(),
        seen.notEvaluated().stream().map(RuntimeMapping::gap).toList(),
        Objects.requireNonNullElse(seen.resting(), List.<RuntimeRestingProgram>of()).stream()
            .map(RuntimeMapping::resting)
            .toList());
  }

  private static RestingProgram resting(RuntimeRestingProgram program) {
    return new RestingProgram(
        program.path(), program.startedBy(), program.setUserId(), program.root());
  }

  private static ListeningSocket socket(RuntimeSocket socket) {
    return new ListeningSocket(
        Transport.valueOf(socket.transport().value()),
        socket.address(),
        socket.port(),
        socket.processes());
  }

  private static Connection connection(RuntimeConnection connection) {
    return new Connection(
        Transport.valueOf(connection.transport().value()),
        Connection.Direction.valueOf(connection.direction().value()),
        connection.port(),
        connection.withinHost(),
        connection.processes());
  }

  private static RunningProcess process(RuntimeProcess process) {
    return new RunningProcess(
        process.id(),
        process.name(),
        process.executable(),
        process.root(),
        Objects.requireNonNullElse(process.libraries(), List.of()),
        Objects.requireNonNullElse(process.replaced(), List.of()));
  }

  private static ProgramFile file(RuntimeFile file) {
    return new ProgramFile(
        file.path(), owner(file.owner()), writers(file.writers()), hardening(file.hardening()));
  }

  private static ProgramFile.@Nullable OwningPackage owner(@Nullable RuntimePackage owner) {
    return owner == null
        ? null
        : new ProgramFile.OwningPackage(
            owner.name(), Objects.requireNonNullElse(owner.version(), ""));
  }

  private static ProgramFile.@Nullable Writers writers(@Nullable RuntimeWriters writers) {
    return writers == null
        ? null
        : new ProgramFile.Writers(writers.owner(), writers.group(), writers.everybody());
  }

  private static @Nullable Hardening hardening(@Nullable RuntimeHardening hardening) {
    return hardening == null
        ? null
        : new Hardening(
            Hardening.StackCookies.valueOf(hardening.stackCookies().value()),
            Hardening.ExecutableStack.valueOf(hardening.executableStack().value()),
            Hardening.Relocations.valueOf(hardening.relocations().value()),
            hardening.positionIndependent());
  }

  private static NotEvaluated gap(RuntimeGap gap) {
    return new NotEvaluated(
        gap.subject(),
        Reason.valueOf(gap.code().value()),
        gap.reason(),
        gap.whole() ? Gap.WHOLE : Gap.PART);
  }
}
