package dev.assay.assessment.classic.behaviour;

import dev.assay.model.runtime.Connection;
import dev.assay.model.runtime.ListeningSocket;
import dev.assay.model.runtime.ProgramFile;
import dev.assay.model.runtime.RestingProgram;
import dev.assay.model.runtime.RunningProcess;
import dev.assay.model.runtime.RuntimeSample;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// What all samples of a window show together. A process is what it was in the sample that shows
/// it: its number may belong to another in the next one.
///
/// @param samples at least one, the oldest first
record Behaviour(List<RuntimeSample> samples) {
  Behaviour {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("Nothing was seen.");
    }
  }

  RuntimeSample newest() {
    return samples.getLast();
  }

  /// A socket that listens, with what holds it.
  record Listener(ListeningSocket socket, Program program) {}

  /// A kind of connection, with what holds it.
  record Contact(Connection connection, Program program) {}

  /// Who listened in any sample, with the numbers of the processes that were seen to.
  Map<Listener, SortedSet<Integer>> listeners() {
    Map<Listener, SortedSet<Integer>> all = new LinkedHashMap<>();
    for (RuntimeSample sample : samples) {
      Cast cast = new Cast(sample);
      for (ListeningSocket socket : sample.listening()) {
        ListeningSocket alone =
            new ListeningSocket(socket.transport(), socket.address(), socket.port(), List.of());
        cast.of(socket.processes())
            .forEach((program, ids) -> add(all, new Listener(alone, program), ids));
      }
    }
    return all;
  }

  /// Which connections there were in any sample.
  Map<Contact, SortedSet<Integer>> contacts() {
    Map<Contact, SortedSet<Integer>> all = new LinkedHashMap<>();
    for (RuntimeSample sample : samples) {
      Cast cast = new Cast(sample);
      for (Connection one : sample.connections()) {
        Connection alone =
            new Connection(
                one.transport(), one.direction(), one.port(), one.withinHost(), List.of());
        cast.of(one.processes())
            .forEach((program, ids) -> add(all, new Contact(alone, program), ids));
      }
    }
    return all;
  }

  /// What ran when last seen, with the processes that ran it.
  Map<Program, List<RunningProcess>> programs() {
    Cast cast = new Cast(newest());
    Map<Program, List<RunningProcess>> all = new LinkedHashMap<>();
    for (RunningProcess process : newest().processes()) {
      all.merge(
          cast.program(process),
          List.of(process),
          (before, more) ->
              java.util.stream.Stream.concat(before.stream(), more.stream()).toList());
    }
    return all;
  }

  /// What would run, of a host at rest.
  Map<Program, RestingProgram> resting() {
    Map<String, ProgramFile> files = files();
    Map<Program, RestingProgram> all = new LinkedHashMap<>();
    for (RestingProgram resting : newest().resting()) {
      ProgramFile file = files.get(resting.path());
      all.put(new Program("", resting.path(), file == null ? null : file.owner()), resting);
    }
    return all;
  }

  /// What was last seen of files, by their paths.
  Map<String, ProgramFile> files() {
    Map<String, ProgramFile> files = new HashMap<>();
    newest().files().forEach(file -> files.put(file.path(), file));
    return files;
  }

  private static <K> void add(Map<K, SortedSet<Integer>> all, K key, SortedSet<Integer> ids) {
    all.computeIfAbsent(key, any -> new TreeSet<>()).addAll(ids);
  }

  /// The processes of one sample by their numbers.
  private static final class Cast {
    private final Map<Integer, RunningProcess> processes = new HashMap<>();
    private final Map<String, ProgramFile> files = new HashMap<>();

    Cast(RuntimeSample sample) {
      sample.processes().forEach(process -> processes.put(process.id(), process));
      sample.files().forEach(file -> files.put(file.path(), file));
    }

    Map<Program, SortedSet<Integer>> of(List<Integer> ids) {
      Map<Program, SortedSet<Integer>> programs = new LinkedHashMap<>();
      for (int id : ids) {
        RunningProcess process = processes.get(id);
        add(
            programs,
            process == null ? Program.UNSEEN : program(process),
            new TreeSet<>(List.of(id)));
      }
      if (programs.isEmpty()) {
        programs.put(Program.UNSEEN, new TreeSet<>());
      }
      return programs;
    }

    Program program(RunningProcess process) {
      String executable = process.executable();
      ProgramFile file = executable == null ? null : files.get(executable);
      return new Program(process.name(), executable, file == null ? null : file.owner());
    }
  }
}
