package dev.assay.cli;

import java.nio.file.Path;

/// What a demo says when it is ready. Each command works as it is pasted.
final class DemoGuide {
  private DemoGuide() {}

  /// The guide.
  ///
  /// @param machine what this machine is called
  /// @param samples the run over the sample hosts, which has ended or soon will
  /// @param own the run over this machine, which collects
  static String text(
      String url, Path credentials, String region, String machine, String samples, String own) {
    return """
    Assay is ready at %1$s
    The administrator's access key is in %2$s
    Hosts: web-1, db-1, build-1 (samples), and %4$s: this machine, by an agent of its own.

    To try, in another terminal:
      export AWS_SHARED_CREDENTIALS_FILE=%2$s AWS_DEFAULT_REGION=%3$s
      aws --endpoint-url %1$s inspector2 list-findings --sort-criteria field=SEVERITY,sortOrder=DESC --max-items 3
      aws --endpoint-url %1$s inspector2 list-finding-aggregations --aggregation-type AWS_EC2_INSTANCE
      aws --endpoint-url %1$s inspector list-findings --assessment-run-arns %5$s --max-items 3
      aws --endpoint-url %1$s inspector list-assessment-run-agents --assessment-run-arn %6$s

    The last is of a run that collects from this machine for three minutes and evaluates then.
    To stop: Ctrl-C here. Nothing is left.
    """
        .formatted(url, credentials, region, machine, samples, own);
  }
}
