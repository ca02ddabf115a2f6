package dev.assay.agent.enrol;

import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.json.JsonReader;
import dev.assay.awsapi.json.MalformedJsonException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What lets an agent in, as the one line of a token file.
///
/// @param fingerprint the SHA-256 of the authority that signed the server's certificate, in
///     hexadecimal; null where one that the system trusts did
public record EnrolmentToken(
    String accessKeyId, String secretAccessKey, String region, @Nullable String fingerprint) {
  private static final String FORM = "assay-enrol-v1.";

  /// Reads the text of a token file.
  ///
  /// @throws IllegalArgumentException where it is none; the message does not quote it
  public static EnrolmentToken parse(String text) {
    String line = text.strip();
    if (!line.startsWith(FORM) || line.contains("\n")) {
      throw new IllegalArgumentException("expected one line that begins with " + FORM);
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(line.substring(FORM.length()));
      if (JsonReader.read(json) instanceof Json.Obj(var members)) {
        return new EnrolmentToken(
            required(members, "id"),
            required(members, "secret"),
            required(members, "region"),
            members.get("ca") instanceof Json.Text(String fingerprint) ? fingerprint : null);
      }
    } catch (MalformedJsonException | IllegalArgumentException damaged) {
      throw new IllegalArgumentException("it was cut off or changed", damaged);
    }
    throw new IllegalArgumentException("it was cut off or changed");
  }

  private static String required(Map<String, Json> members, String name) {
    if (members.get(name) instanceof Json.Text(String value)) {
      return value;
    }
    throw new IllegalArgumentException("no " + name);
  }

  /// The line, without its end.
  public String line() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("id", new Json.Text(accessKeyId));
    members.put("secret", new Json.Text(secretAccessKey));
    members.put("region", new Json.Text(region));
    if (fingerprint != null) {
      members.put("ca", new Json.Text(fingerprint));
    }
    return FORM
        + Base64.getUrlEncoder().withoutPadding().encodeToString(new Json.Obj(members).utf8());
  }

  /// Without its secret.
  @Override
  public String toString() {
    return "the enrolment token " + accessKeyId;
  }
}
