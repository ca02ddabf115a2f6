package dev.assay.server.setting;

import dev.assay.awsapi.sigv4.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where exported documents go, and how large a bill of materials may come in.
///
/// @param directory where documents go without S3; empty for the usual one
/// @param s3 empty: the directory
/// @param sbomComponents most components of a bill of materials
public record ExportSettings(Optional<Path> directory, Optional<S3> s3, int sbomComponents) {
  static final Setting<Path> DIRECTORY =
      Setting.of(
          "exports.directory",
          "DIR",
          Words::path,
          "Where findings reports and SBOM exports are laid down without S3, as"
              + " `ACCOUNT/BUCKET/KEY`; if not given, `exports` in the data directory.");
  static final Setting<URI> S3_ENDPOINT =
      Setting.of(
          "exports.s3",
          "URL",
          Words::endpoint,
          "An S3 endpoint, such as `https://s3.eu-west-1.amazonaws.com`, for findings reports and"
              + " SBOM exports in place of the directory; signed with `AWS_ACCESS_KEY_ID`,"
              + " `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN` of the environment.");
  static final Setting<String> S3_REGION =
      Setting.of(
          "exports.s3-region",
          "NAME",
          "us-east-1",
          Words::text,
          "The region in the signatures for S3.");
  static final Setting<Switch> S3_KMS =
      Setting.of(
          "exports.s3-kms",
          "on|off",
          "on",
          Words.choice(Switch.class),
          "Whether S3 is asked to encrypt under the key that the asker names (`kmsKeyArn`); off for"
              + " an S3 without KMS.");
  static final Setting<Integer> SBOM_COMPONENTS =
      Setting.of(
          "limit.sbom-components",
          "NUMBER",
          "5000",
          Words.number(1, 1_000_000),
          "Most components of a bill of materials, in ScanSbom and as evidence.");

  static final List<Setting<?>> ALL =
      List.of(DIRECTORY, S3_ENDPOINT, S3_REGION, S3_KMS, SBOM_COMPONENTS);

  /// An S3 and how to speak to it.
  ///
  /// @param kms whether it is asked to encrypt under the asker's key
  public record S3(URI endpoint, String region, Credentials credentials, boolean kms) {}

  static ExportSettings of(GivenSettings given) {
    Optional<URI> endpoint = given.find(S3_ENDPOINT);
    if (endpoint.isEmpty()) {
      for (Setting<?> unused : List.of(S3_REGION, S3_KMS)) {
        if (given.isGiven(unused)) {
          throw new InvalidSettingException(
              given.origin(unused) + ": means nothing without " + S3_ENDPOINT.flag());
        }
      }
    } else if (given.isGiven(DIRECTORY)) {
      throw new InvalidSettingException(
          given.origin(DIRECTORY) + ": means nothing with " + S3_ENDPOINT.flag());
    }
    return new ExportSettings(
        given.find(DIRECTORY),
        endpoint.map(
            uri ->
                new S3(
                    uri,
                    given.get(S3_REGION),
                    AwsCredentials.neededBy(S3_ENDPOINT, given),
                    given.get(S3_KMS) == Switch.ON)),
        given.get(SBOM_COMPONENTS));
  }
}
