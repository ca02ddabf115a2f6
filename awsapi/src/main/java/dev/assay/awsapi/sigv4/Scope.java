package dev.assay.awsapi.sigv4;

/// What a signature is good for: a day, a region, a service.
///
/// @param date as `yyyyMMdd`
public record Scope(String date, String region, String service) {
  /// `20261128/us-east-1/inspector2/aws4_request`.
  @Override
  public String toString() {
    return date + "/" + region + "/" + service + "/aws4_request";
  }
}
