package dev.assay.awsapi;

import dev.assay.awsapi.assay.AssayApi;
import dev.assay.awsapi.endpoint.Handler;
import dev.assay.awsapi.endpoint.Service;
import dev.assay.awsapi.inspector.InspectorApi;
import dev.assay.awsapi.inspector2.Inspector2Api;
import dev.assay.awsapi.inspectorscan.InspectorScanApi;
import dev.assay.awsapi.schema.ServiceSchema;
import java.util.List;
import java.util.stream.Collectors;

/// The services there are, with handlers as a test needs them.
final class Services {
  static final List<ServiceSchema> ALL =
      List.of(
          InspectorApi.schema(),
          Inspector2Api.schema(),
          InspectorScanApi.schema(),
          AssayApi.schema());

  private Services() {}

  static Service with(ServiceSchema schema, Handler handler) {
    return new Service(
        schema,
        schema.operations().keySet().stream().collect(Collectors.toMap(o -> o, _ -> handler)));
  }
}
