package dev.assay.scap.oval;

/// Collects the items of one type of object.
public interface ObjectCollector {
  /// The items that exist on the host and that the request's entities accept.
  Collected collect(CollectionRequest request);
}
