package dev.assay.assessment.finding;

import dev.assay.assessment.digest.Sha256;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last part of a finding's ARN: 32 hexadecimal digits, derived from what the finding is, so
/// that the same finding has the same name on every node and after every restore.
public record FindingId(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:inspector2:([a-z0-9-]+):([0-9]{12}):finding/([0-9a-f]{32})");

  public FindingId {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("A finding's id is 32 hexadecimal digits, not: " + hex);
    }
  }

  /// The name of a resource's finding.
  public static FindingId of(ResourceKey resource, FindingKey key) {
    MessageDigest digest = Sha256.begin();
    for (String part :
        new String[] {
          resource.tenant().account().value(),
          resource.tenant().region().value(),
          resource.type().name(),
          resource.id(),
          key.type().name(),
          key.rule()
        }) {
      byte[] octets = part.getBytes(StandardCharsets.UTF_8);
      digest.update((octets.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(octets);
    }
    return new FindingId(HexFormat.of().formatHex(digest.digest(), 0, 16));
  }

  public String arn(Tenant tenant) {
    return tenant.arn("inspector2", "finding/" + hex);
  }

  /// The id in an ARN; empty where the text is no finding's ARN.
  public static Optional<FindingId> ofArn(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches() ? Optional.of(new FindingId(matcher.group(3))) : Optional.empty();
  }
}
