package dev.assay.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.model.Kernel;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// The domain's values as JSON documents, in the order of their components, so that equal values
/// are equal bytes. Members that an older version wrote and this one does not know are passed over.
public final class Documents {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addMixIn(Kernel.class, NamedKind.class)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private Documents() {}

  /// One of several records, told apart by its name.
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  private interface NamedKind {}

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static <T> T read(byte[] document, Class<T> type) {
    return MAPPER.readValue(document, type);
  }

  public static <T> T read(String document, Class<T> type) {
    return MAPPER.readValue(document, type);
  }

  /// An object whose members are all texts, such as tags.
  public static Map<String, String> texts(String document) {
    Map<String, String> texts = new HashMap<>();
    MAPPER
        .readTree(document)
        .properties()
        .forEach(member -> texts.put(member.getKey(), member.getValue().asString()));
    return texts;
  }
}
