package dev.assay.inventory.runtime;

import dev.assay.model.NotEvaluated;
import dev.assay.model.NotEvaluated.Gap;
import dev.assay.model.NotEvaluated.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What could not be seen of processes, told once for all of them.
final class UnseenProcesses {
  private UnseenProcesses() {}

  static List<NotEvaluated> gaps(List<SeenProcess> processes) {
    List<NotEvaluated> gaps = new ArrayList<>();
    List<SeenProcess> unseen =
        processes.stream().filter(process -> process.unseen() != null).toList();
    if (!unseen.isEmpty()) {
      gaps.add(
          new NotEvaluated(
              "processes",
              Reason.UNREADABLE,
              "The executables, libraries and sockets of "
                  + unseen.size()
                  + " of "
                  + processes.size()
                  + " processes could not be read (only root may look at those of all users): "
                  + Objects.requireNonNull(unseen.getFirst().unseen()),
              Gap.PART));
    }
    long contained = processes.stream().filter(SeenProcess::contained).count();
    if (contained > 0) {
      gaps.add(
          new NotEvaluated(
              "containers",
              Reason.UNSUPPORTED,
              contained
                  + " processes run in containers: their program files, and sockets in networks of"
                  + " their own, were not looked at.",
              Gap.PART));
    }
    return gaps;
  }
}
