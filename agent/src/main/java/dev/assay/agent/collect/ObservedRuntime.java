package dev.assay.agent.collect;

import dev.assay.awsapi.assay.RuntimeConnection;
import dev.assay.awsapi.assay.RuntimeDirection;
import dev.assay.awsapi.assay.RuntimeExecutableStack;
import dev.assay.awsapi.assay.RuntimeFile;
import dev.assay.awsapi.assay.RuntimeGap;
import dev.assay.awsapi.assay.RuntimeGapCode;
import dev.assay.awsapi.assay.RuntimeHardening;
import dev.assay.awsapi.assay.RuntimeObservation;
import dev.assay.awsapi.assay.RuntimePackage;
import dev.assay.awsapi.assay.RuntimeProcess;
import dev.assay.awsapi.assay.RuntimeRelocations;
import dev.assay.awsapi.assay.RuntimeRestingProgram;
import dev.assay.awsapi.assay.RuntimeSocket;
import dev.assay.awsapi.assay.RuntimeStackCookies;
import dev.assay.awsapi.assay.RuntimeTransport;
import dev.assay.awsapi.assay.RuntimeWriters;
import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.Hardening;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.ProgramFile.OwningPackage;
import dev.assay.model.runtime.ProgramFile.Writers;
import dev.assay.model.runtime.RestingProgram;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;

/// What was seen of a host, as evidence for a service.
public final class ObservedRuntime {
  private static final int LONGEST_TEXT = 4096;

  private ObservedRuntime() {}

  public static RuntimeObservation of(RuntimeSample sample) {
    RuntimeObservation.Builder seen =
        RuntimeObservation.builder()
            .takenAt(sample.takenAt())
            .kernel(sample.kernel())
            .uptimeSeconds(sample.uptime().toSeconds())
            .listening(sample.listening().stream().map(ObservedRuntime::socket).toList())
            .connections(sample.connections().stream().map(ObservedRuntime::connection).toList())
            .processes(sample.processes().stream().map(ObservedRuntime::process).toList())
            .files(sample.files().stream().map(ObservedRuntime::file).toList())
            .notEvaluated(sample.notEvaluated().stream().map(ObservedRuntime::gap).toList());
    if (sample.isAtRest()) {
      seen.resting(sample.resting().stream().map(ObservedRuntime::resting).toList());
    }
    return seen.build();
  }

  private static RuntimeRestingProgram resting(RestingProgram program) {
    return RuntimeRestingProgram.builder()
        .path(program.path())
        .startedBy(program.startedBy())
        .setUserId(program.setUserId())
        .root(program.root())
        .build();
  }

  private static RuntimeSocket socket(ListeningSocket socket) {
    return RuntimeSocket.builder()
        .transport(RuntimeTransport.of(socket.transport().name()))
        .address(socket.address())
        .port(socket.port())
        .processes(socket.processes())
        .build();
  }

  private static RuntimeConnection connection(Connection connection) {
    return RuntimeConnection.builder()
        .transport(RuntimeTransport.of(connection.transport().name()))
        .direction(RuntimeDirection.of(connection.direction().name()))
        .port(connection.port())
        .withinHost(connection.withinHost())
        .processes(connection.processes())
        .build();
  }

  private static RuntimeProcess process(RunningProcess process) {
    RuntimeProcess.Builder seen =
        RuntimeProcess.builder()
            .id(process.id())
            .name(process.name())
            .root(process.root())
            .libraries(process.libraries())
            .replaced(process.replaced());
    if (process.executable() != null) {
      seen.executable(process.executable());
    }
    return seen.build();
  }

  private static RuntimeFile file(ProgramFile file) {
    RuntimeFile.Builder seen = RuntimeFile.builder().path(file.path());
    OwningPackage owner = file.owner();
    if (owner != null) {
      RuntimePackage.Builder named = RuntimePackage.builder().name(owner.name());
      seen.owner(
          owner.version().isEmpty() ? named.build() : named.version(owner.version()).build());
    }
    Writers writers = file.writers();
    if (writers != null) {
      seen.writers(
          RuntimeWriters.builder()
              .owner(writers.owner())
              .group(writers.group())
              .everybody(writers.everybody())
              .build());
    }
    Hardening hardening = file.hardening();
    if (hardening != null) {
      seen.hardening(
          RuntimeHardening.builder()
              .stackCookies(RuntimeStackCookies.of(hardening.stackCookies().name()))
              .executableStack(RuntimeExecutableStack.of(hardening.executableStack().name()))
              .relocations(RuntimeRelocations.of(hardening.relocations().name()))
              .positionIndependent(hardening.positionIndependent())
              .build());
    }
    return seen.build();
  }

  private static RuntimeGap gap(NotEvaluated gap) {
    return RuntimeGap.builder()
        .subject(cut(gap.what()))
        .code(RuntimeGapCode.of(gap.reason().name()))
        .whole(gap.gap() == Gap.WHOLE)
        .reason(cut(gap.why()))
        .build();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
