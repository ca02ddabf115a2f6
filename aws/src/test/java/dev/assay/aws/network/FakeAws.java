package dev.assay.aws.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An endpoint of EC2, Elastic Load Balancing, Direct Connect and STS on the loopback that answers
/// from a snapshot's files, one element a page. The first call of some actions
/// is throttled.
final class FakeAws implements AutoCloseable {
  private static final Pattern SESSION = Pattern.compile("Credential=ASIA([0-9]{12})/");
  private static final String OWN_ACCOUNT = "111122223333";

  /// The services by the version that their requests name.
  private static final Map<String, String> SERVICES =
      Map.of(
          "2016-11-15", "ec2",
          "2012-06-01", "elasticloadbalancing",
          "2015-12-01", "elasticloadbalancingv2",
          "2011-06-15", "sts");

  private final HttpServer server;
  private final Path snapshot;
  private final ObjectNode known = JsonMapper.shared().createObjectNode();
  private final Set<String> actions = new TreeSet<>();
  private final Set<String> denied = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private final Set<String> throttled = new HashSet<>(Set.of("ec2:DescribeSubnets"));

  FakeAws(Path snapshot) throws IOException {
    this.snapshot = snapshot;
    try (Stream<Path> files = Files.list(snapshot)) {
      for (Path file : files.sorted().toList()) {
        JsonNode root = read(file);
        root.propertyNames().forEach(key -> known.set(key, root.get(key)));
      }
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What was called, as a policy has it.
  Set<String> actions() {
    return actions;
  }

  /// Answers as a region that does not have it.
  void forget(String action) {
    unknown.add(action);
  }

  void deny(String action) {
    denied.add(action);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      String action = "directconnect:" + target.substring(target.indexOf('.') + 1);
      actions.add(action);
      if (unknown.contains(action)) {
        send(exchange, 400, "{\"__type\": \"UnknownOperationException\"}");
      } else {
        send(exchange, 200, "{\"virtualInterfaces\": []}");
      }
      return;
    }
    Map<String, String> asked = parameters(body);
    String service = Objects.requireNonNull(SERVICES.get(asked(asked, "Version")));
    String action = service.replace("v2", "") + ":" + asked(asked, "Action");
    actions.add(action);
    if (unknown.contains(action)) {
      send(exchange, 400, error("InvalidAction", "The action is not valid for this endpoint."));
    } else if (denied.contains(action)) {
      send(exchange, 403, error("UnauthorizedOperation", "You may not do this."));
    } else if (throttled.remove(action)) {
      send(exchange, 503, error("RequestLimitExceeded", "Too many requests."));
    } else {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      send(exchange, 200, answer(service, asked, authorization));
    }
  }

  private String answer(String service, Map<String, String> asked, String authorization) {
    String action = asked(asked, "Action");
    String content = WireXml.of(shape(service, action), json(service, asked, authorization));
    return service.equals("ec2")
        ? "<" + action + "Response>" + content + "</" + action + "Response>"
        : "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action, content);
  }

  private static SdkPojo shape(String service, String action) {
    try {
      return (SdkPojo)
          Class.forName(
                  "software.amazon.awssdk.services." + service + ".model." + action + "Response")
              .getMethod("builder")
              .invoke(null);
    } catch (ReflectiveOperationException unknown) {
      throw new LinkageError("there is no answer to " + service + " " + action, unknown);
    }
  }

  private JsonNode json(String service, Map<String, String> asked, String authorization) {
    return switch (asked(asked, "Action")) {
      case "GetCallerIdentity" -> object("Account", account(authorization));
      case "AssumeRole" -> session(asked(asked, "RoleArn"));
      case "SearchTransitGatewayRoutes" ->
          file("routes-of-" + asked(asked, "TransitGatewayRouteTableId"));
      case "DescribeTargetHealth" -> file("target-health-" + last(asked(asked, "TargetGroupArn")));
      case "GetManagedPrefixListEntries" -> entries(asked(asked, "PrefixListId"));
      default -> page(service, asked);
    };
  }

  private static String account(String authorization) {
    Matcher session = SESSION.matcher(authorization);
    return session.find() ? session.group(1) : OWN_ACCOUNT;
  }

  private static ObjectNode session(String role) {
    ObjectNode credentials = JsonMapper.shared().createObjectNode();
    credentials.put("AccessKeyId", "ASIA" + role.split(":", -1)[4]);
    credentials.put("SecretAccessKey", "secret");
    credentials.put("SessionToken", "token");
    credentials.put("Expiration", "2100-01-01T00:00:00Z");
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.set("Credentials", credentials);
    return answer;
  }

  private JsonNode entries(String list) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode entries = answer.putArray("Entries");
    for (JsonNode each : known.get("PrefixLists")) {
      if (each.get("PrefixListId").asString().equals(list)) {
        each.get("Cidrs").forEach(cidr -> entries.addObject().put("Cidr", cidr.asString()));
      }
    }
    return answer;
  }

  /// One element of what is known, and where the next is.
  private JsonNode page(String service, Map<String, String> asked) {
    ObjectNode page = JsonMapper.shared().createObjectNode();
    boolean marked = service.startsWith("elastic");
    int at = Integer.parseInt(asked.getOrDefault(marked ? "Marker" : "NextToken", "0"));
    Set<String> fields = new HashSet<>();
    shape(service, asked(asked, "Action"))
        .sdkFields()
        .forEach(field -> fields.add(field.memberName()));
    for (String field : fields) {
      JsonNode all = known.get(field);
      if (all instanceof ArrayNode array
          && (fields.contains("NextToken") || fields.contains("NextMarker"))) {
        ArrayNode one = page.putArray(field);
        if (at < array.size()) {
          one.add(array.get(at));
        }
        if (at + 1 < array.size()) {
          page.put(marked ? "NextMarker" : "NextToken", Integer.toString(at + 1));
        }
      } else if (all != null) {
        page.set(field, all);
      }
    }
    return page;
  }

  private JsonNode file(String name) {
    return read(snapshot.resolve(name + ".json"));
  }

  private static JsonNode read(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ObjectNode object(String key, String value) {
    return JsonMapper.shared().createObjectNode().put(key, value);
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private static String asked(Map<String, String> asked, String name) {
    return Objects.requireNonNull(asked.get(name), name);
  }

  private static Map<String, String> parameters(String body) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String error(String code, String message) {
    return "<Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors>"
            .formatted(code, message)
        + "<RequestID>1</RequestID></Response>";
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
