package dev.assay.assessment.cis;

import dev.assay.assessment.digest.Sha256;
import dev.assay.assessment.tenant.Tenant;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/// One agent's check of its host.
///
/// @param job the scan job's id, unique in the tenant
/// @param agent the identity that started it, and so the host that is checked
/// @param tokenHash SHA-256 of the session's token, in hexadecimal: the token itself is never kept
/// @param lastHeardAt when the agent last said anything
public record CisSession(
    Tenant tenant,
    String job,
    String agent,
    String tokenHash,
    boolean stopped,
    Instant startedAt,
    Instant lastHeardAt) {

  public static CisSession start(
      Tenant tenant, String job, String agent, String token, Instant now) {
    return new CisSession(tenant, job, agent, Sha256.hex(token), false, now, now);
  }

  /// Whether a token is the session's; it takes the same time however much of it is right.
  public boolean isOf(String token) {
    return MessageDigest.isEqual(
        HexFormat.of().parseHex(tokenHash), HexFormat.of().parseHex(Sha256.hex(token)));
  }

  public CisSession heard(Instant now) {
    return new CisSession(tenant, job, agent, tokenHash, stopped, startedAt, now);
  }

  public CisSession stop(Instant now) {
    return new CisSession(tenant, job, agent, tokenHash, true, startedAt, now);
  }
}
