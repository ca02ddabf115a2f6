package dev.assay.awsapi.http;

import java.util.ArrayList;
import java.util.List;

/// The parameters of a raw query.
///
/// @param parameters decoded, in the order sent
public record Query(List<Parameter> parameters) {
  public Query {
    parameters = List.copyOf(parameters);
  }

  /// One parameter.
  public record Parameter(String name, String value) {}

  /// Reads a query.
  ///
  /// @throws MalformedUriException where an escape is none
  public static Query parse(String raw) {
    List<Parameter> parameters = new ArrayList<>();
    int from = 0;
    while (from < raw.length()) {
      int end = raw.indexOf('&', from);
      String pair = raw.substring(from, end < 0 ? raw.length() : end);
      from = end < 0 ? raw.length() : end + 1;
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.add(new Parameter(decode(name), decode(value)));
      }
    }
    return new Query(parameters);
  }

  /// In a query, and only there, a plus is a space.
  private static String decode(String text) {
    return UriText.decode(text.replace('+', ' '));
  }

  /// All values of a parameter.
  public List<String> all(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).toList();
  }
}
