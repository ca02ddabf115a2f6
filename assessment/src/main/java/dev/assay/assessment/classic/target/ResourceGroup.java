package dev.assay.assessment.classic.target;

import dev.assay.assessment.classic.Attribute;
import dev.assay.assessment.classic.ClassicArn;
import dev.assay.assessment.classic.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Selects hosts by their tags: those that have *any* of the group's. Classic's documentation is
/// read that way; a tag without a value selects by its key and an empty value.
///
/// @param tags from one to ten, each key once
public record ResourceGroup(ClassicArn arn, List<Attribute> tags, Instant createdAt) {
  public ResourceGroup {
    tags = List.copyOf(tags);
    Attribute.byKey(tags, Invalid.INVALID_RESOURCE_GROUP_TAG_KEY);
  }

  /// Whether a host with these tags belongs to the group.
  public boolean selects(Map<String, String> hostTags) {
    return pairs().stream().anyMatch(tag -> tag.getValue().equals(hostTags.get(tag.getKey())));
  }

  /// The tags as keys and values.
  public List<Map.Entry<String, String>> pairs() {
    return tags.stream().map(ResourceGroup::pair).toList();
  }

  private static Map.Entry<String, String> pair(Attribute tag) {
    String value = tag.value();
    return Map.entry(tag.key(), value == null ? "" : value);
  }
}
