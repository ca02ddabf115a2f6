package dev.assay.server.notification;

import dev.assay.assessment.classic.subscription.PublishStatus;
import dev.assay.assessment.classic.subscription.Publisher;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.UriText;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.sigv4.Signer;
import dev.assay.server.http.SignedClient;
import dev.assay.server.setting.NotificationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells topics of SNS, or of anything that speaks its Query protocol: one Publish for each
/// message, signed by Signature Version 4 for the topic's region. A topic is told only what
/// concerns its own account: the server's credentials may reach further than whoever subscribed it.
public final class SnsPublisher implements Publisher {
  private static final Duration ANSWERING = Duration.ofSeconds(60);
  private static final Pattern TOPIC =
      Pattern.compile("arn:aws[a-z-]*:sns:([a-z0-9-]{1,64}):([0-9]{12}):([A-Za-z0-9_.-]{1,256})");

  private final NotificationSettings.Sns settings;
  private final InstantSource clock;
  private final SignedClient client = new SignedClient(ANSWERING);

  public SnsPublisher(NotificationSettings.Sns settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Outcome publish(Tenant tenant, String topic, String message) {
    Matcher arn = TOPIC.matcher(topic);
    if (!arn.matches()) {
      return new Outcome(PublishStatus.TOPIC_DOES_NOT_EXIST, "That is no ARN of an SNS topic.");
    }
    if (!arn.group(2).equals(tenant.account().value())) {
      return new Outcome(PublishStatus.ACCESS_DENIED, "The topic belongs to another account.");
    }
    try {
      return outcome(send(arn.group(1), topic, message));
    } catch (IOException unreachable) {
      throw new UncheckedIOException("SNS cannot be reached", unreachable);
    }
  }

  private SignedClient.Answer send(String region, String topic, String message) throws IOException {
    URI endpoint = settings.of(region);
    String path = endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
    byte[] body =
        ("Action=Publish&Version=2010-03-31&TopicArn="
                + UriText.encode(topic)
                + "&Message="
                + UriText.encode(message))
            .getBytes(StandardCharsets.UTF_8);
    Headers signed =
        new Signer(settings.credentials(), region, "sns")
            .sign(
                new Call(
                    "POST",
                    path,
                    "",
                    Headers.NONE.with("content-type", "application/x-www-form-urlencoded"),
                    body),
                endpoint.getRawAuthority(),
                clock.instant());
    return client.send(
        "POST", endpoint.resolve(path), signed, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /// What may be over soon is tried again, by whoever asked for it.
  private static Outcome outcome(SignedClient.Answer answer) {
    int status = answer.status();
    String said = answer.words("SNS") + ".";
    if (status == 200) {
      return new Outcome(PublishStatus.SUCCESS, "");
    }
    if (status == 429 || status >= 500 || answer.code().startsWith("Throttl")) {
      throw new IllegalStateException(said);
    }
    if (status == 404 || answer.code().equals("NotFound")) {
      return new Outcome(PublishStatus.TOPIC_DOES_NOT_EXIST, said);
    }
    return new Outcome(
        status == 401 || status == 403 ? PublishStatus.ACCESS_DENIED : PublishStatus.INTERNAL_ERROR,
        said);
  }
}
