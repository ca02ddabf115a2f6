package dev.assay.server.http;

import dev.assay.assessment.identity.Caller;
import java.util.Optional;

/// A response, and what is to be logged and counted of it.
///
/// @param caller whose signature the request bore; empty where it bore none that holds
/// @param operation with its service, as in `inspector2:ListFindings`; a short constant for
///     anything else, never a stranger's words
/// @param error the code of the error that the response tells; empty for success
public record Answer(
    Response response, Optional<Caller> caller, String operation, Optional<String> error) {
  public static Answer plain(String operation, Response response) {
    return new Answer(response, Optional.empty(), operation, Optional.empty());
  }
}
