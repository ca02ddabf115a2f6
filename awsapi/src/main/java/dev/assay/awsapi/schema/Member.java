package dev.assay.awsapi.schema;

/// A member of a structure or a union.
///
/// @param name its name in the model, by which violations name it
/// @param wireName its name on the wire
/// @param index its place in the model's order
/// @param location where the protocol puts it
public record Member(
    String name,
    String wireName,
    int index,
    ShapeReference target,
    boolean required,
    Location location) {
  /// Where a member is in a message of HTTP.
  public enum Location {
    BODY,
    URI,
    QUERY,
    HEADER,
    /// Every header that begins with the wire name: a map.
    HEADERS,
    STATUS
  }
}
