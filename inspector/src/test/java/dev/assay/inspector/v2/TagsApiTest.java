package dev.assay.inspector.v2;

import static dev.assay.inspector.v2.Nodes.ACCOUNT;
import static dev.assay.inspector.v2.Nodes.OTHER;
import static dev.assay.inspector.v2.Nodes.caller;
import static dev.assay.inspector.v2.Nodes.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assessment.suppression.FindingFilter;
import dev.assay.assessment.suppression.FindingFilter.Action;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.awsapi.inspector2.BadRequestException;
import dev.assay.awsapi.inspector2.ListTagsForResourceRequest;
import dev.assay.awsapi.inspector2.ResourceNotFoundException;
import dev.assay.awsapi.inspector2.TagResourceRequest;
import dev.assay.awsapi.inspector2.UntagResourceRequest;
import dev.assay.awsapi.value.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class TagsApiTest {
  private final Nodes nodes = new Nodes();
  private final FindingFilter filter =
      new FindingFilter(
          "0123456789abcdef",
          Tenant.of(ACCOUNT, "eu-central-1"),
          "mine",
          Action.NONE,
          null,
          null,
          List.of(),
          Map.of("team", "blue"),
          Nodes.NOW,
          Nodes.NOW);

  @BeforeEach
  void keep() {
    nodes
        .writer
        .database
        .transactions()
        .change(writing -> assertThat(nodes.writer.filters.add(writing, filter)).isTrue());
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void tagsAreAddedReplacedAndRemoved() {
    tag(caller(ACCOUNT), Map.of("team", "red", "stage", "test"));
    assertThat(tags()).containsOnly(Map.entry("team", "red"), Map.entry("stage", "test"));

    nodes.writer.tags.untagResource(
        caller(ACCOUNT), new UntagResourceRequest(filter.arn(), List.of("team", "absent")));
    assertThat(tags()).containsOnly(Map.entry("stage", "test"));
  }

  @Test
  void anotherTenantNeitherSeesNorChangesThem() {
    for (Caller stranger : List.of(caller(OTHER), elsewhere(ACCOUNT))) {
      assertThatThrownBy(() -> tag(stranger, Map.of("team", "red")))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(
              () ->
                  nodes.writer.tags.untagResource(
                      stranger, new UntagResourceRequest(filter.arn(), List.of("team"))))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(
              () ->
                  nodes.reader.tags.listTagsForResource(
                      stranger, new ListTagsForResourceRequest(filter.arn())))
          .isInstanceOf(ResourceNotFoundException.class);
    }
    assertThat(tags()).containsOnly(Map.entry("team", "blue"));
  }

  @Test
  void moreThanFiftyAreRefusedAsAWhole() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 50; i++) {
      many.put("key" + i, "");
    }

    assertThatThrownBy(() -> tag(caller(ACCOUNT), many)).isInstanceOf(BadRequestException.class);
    assertThat(tags()).containsOnly(Map.entry("team", "blue"));
  }

  private void tag(Caller caller, Map<String, String> tags) {
    nodes.writer.tags.tagResource(caller, new TagResourceRequest(filter.arn(), tags));
  }

  private Map<String, String> tags() {
    return nodes
        .reader
        .tags
        .listTagsForResource(caller(ACCOUNT), new ListTagsForResourceRequest(filter.arn()))
        .tags();
  }
}
