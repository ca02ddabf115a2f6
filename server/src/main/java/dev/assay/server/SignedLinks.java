package dev.assay.server;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Links by which whoever has one can fetch a document of ours for a while, without any key. The
/// signing key lives as long as the process: a link leads to the node that gave it, and ends with
/// it.
public final class SignedLinks {
  private static final String ALGORITHM = "HmacSHA256";

  private final String path;
  private final Supplier<String> url;
  private final InstantSource clock;
  private final SecretKeySpec key;

  /// Links that begin with a path.
  ///
  /// @param path `/reports`
  /// @param url the server's own, without a slash at its end; asked for when a link is made
  public SignedLinks(String path, Supplier<String> url, InstantSource clock) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.path = path;
    this.url = url;
    this.clock = clock;
    this.key = new SecretKeySpec(random, ALGORITHM);
  }

  public String link(String document, Instant until) {
    String expires = String.valueOf(until.getEpochSecond());
    return url.get()
        + path
        + "?document="
        + URLEncoder.encode(document, StandardCharsets.UTF_8)
        + "&expires="
        + expires
        + "&signature="
        + signature(document, expires);
  }

  /// The document that a request is for; empty where its link is none of ours, or is over.
  public Optional<String> document(String requestPath, String query) {
    if (!requestPath.equals(path)) {
      return Optional.empty();
    }
    Map<String, String> parameters = parameters(query);
    String document = parameters.getOrDefault("document", "");
    String expires = parameters.getOrDefault("expires", "");
    boolean ours =
        MessageDigest.isEqual(
            signature(document, expires).getBytes(StandardCharsets.US_ASCII),
            parameters.getOrDefault("signature", "").getBytes(StandardCharsets.UTF_8));
    return ours && !isOver(expires) ? Optional.of(document) : Optional.empty();
  }

  private boolean isOver(String expires) {
    return clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(expires)));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String parameter : query.split("&", 8)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        try {
          parameters.put(
              parameter.substring(0, equals),
              URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
          return Map.of();
        }
      }
    }
    return parameters;
  }

  private String signature(String document, String expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((expires + " " + document).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
    }
  }
}
