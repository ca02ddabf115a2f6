package dev.assay.server;

import dev.assay.assessment.work.QueueName;
import dev.assay.server.http.Answer;
import dev.assay.server.http.Refusal;
import dev.assay.server.http.Request;
import dev.assay.server.work.WorkHandler;
import java.util.Map;

/// A server without any service: it knows no operation, and says so.
public final class EmptyHouse implements Tenancy {
  @Override
  public Answer answer(Request request) {
    return new Refusal(404, "UnknownOperationException", "there is no such operation here")
        .to(request);
  }

  @Override
  public Map<QueueName, WorkHandler> work() {
    return Map.of();
  }
}
