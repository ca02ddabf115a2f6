package dev.assay.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// `assay admin recover`: a new key for an administrator who has lost the old one.
@Command(
    name = "recover",
    mixinStandardHelpOptions = true,
    description =
        "Gives the administrator of an account a new access key and revokes the old ones. Takes the"
            + " settings of 'assay serve', such as --data DIR, and works while the service runs"
            + " or not.")
final class AdminRecoverCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Unmatched List<String> settings = new ArrayList<>();

  AdminRecoverCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return Serving.recover(terminal, settings);
  }
}
