package dev.assay.agentless.live;

import dev.assay.agentless.live.Asking.Answer;
import dev.assay.agentless.tree.RemoteTree;
import dev.assay.inventory.FileOwnership;
import dev.assay.inventory.runtime.RuntimeCollector;
import dev.assay.model.InstalledPackage;
import dev.assay.model.runtime.RuntimeSample;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Looks at what another machine does, with the collector that looks at this one.
public final class RunningMachine {
  private final Asking asking;
  private final RemoteTree tree;
  private final InstantSource clock;

  /// @param tree the machine's own root
  public RunningMachine(Asking asking, RemoteTree tree, InstantSource clock) {
    this.asking = asking;
    this.tree = tree;
    this.clock = clock;
  }

  /// Takes a sample.
  ///
  /// @param packages the machine's, whose versions are told with the files that they own
  /// @param mostForPrograms how long reading the headers of program files may take
  /// @throws IOException saying why nothing could be seen
  public RuntimeSample sample(List<InstalledPackage> packages, Duration mostForPrograms)
      throws IOException {
    ProcPicture proc = picture();
    return new RuntimeCollector(
            new RemoteHost(tree, proc),
            FileOwnership.of(AskedOwners.of(tree, asking, proc.programs())),
            new RemotePrograms(tree, mostForPrograms, System::nanoTime))
        .collect(clock.instant(), packages);
  }

  /// Sockets are asked for before those who hold them: see [RuntimeCollector].
  private ProcPicture picture() throws IOException {
    ProcPicture proc = new ProcPicture();
    files(Question.MACHINE, proc);
    files(Question.STATUS, proc);
    links(proc);
    files(Question.MAPPINGS, proc);
    return proc;
  }

  /// Lines as `grep -H` writes them; no file of these has a colon in its name.
  private void files(Question question, ProcPicture proc) throws IOException {
    for (String line : answered(question).split("\n")) {
      int colon = line.indexOf(':');
      if (line.startsWith("/proc/") && colon > 0) {
        proc.line(line.substring(0, colon), line.substring(colon + 1));
      }
    }
  }

  private void links(ProcPicture proc) throws IOException {
    Answer escaped = asking.ask(Question.LINKS, "");
    if (escaped.output().isEmpty()) {
      LinkListing.PLAIN.read(answered(Question.PLAIN_LINKS), proc);
    } else {
      LinkListing.ESCAPED.read(escaped.output(), proc);
    }
  }

  private String answered(Question question) throws IOException {
    Answer answer = asking.ask(question, "");
    if (answer.output().isEmpty()) {
      throw new IOException(
          answer.complaint().isEmpty()
              ? "It answered nothing when asked what it does."
              : "It says: " + answer.complaint().lines().findFirst().orElse(""));
    }
    return answer.output();
  }
}
