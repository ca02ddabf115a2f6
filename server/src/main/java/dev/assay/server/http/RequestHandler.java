package dev.assay.server.http;

/// Answers requests, many at once.
public interface RequestHandler {
  Answer handle(Request request);

  /// Answers one that was refused on its way in, its body unread.
  Answer refused(Request request, Refusal refusal);
}
