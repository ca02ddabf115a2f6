package dev.assay.awsapi;

import dev.assay.awsapi.json.Json;
import dev.assay.awsapi.schema.Bounds;
import dev.assay.awsapi.schema.Member;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.schema.Shape;
import dev.assay.awsapi.value.Blob;
import dev.assay.awsapi.value.Structure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Values of any shape, sound but for patterns, the same for the same seed.
final class RandomValues {
  private static final int DEPTH = 7;
  private static final String[] WORDS = {"a", "é", "€", "𝄞", "\"", "\\", "/", " ", "<", "%", "7"};

  private final ServiceSchema service;
  private final Random random;

  RandomValues(ServiceSchema service, long seed) {
    this.service = service;
    this.random = new Random(seed);
  }

  Structure structure(Shape.Struct shape) {
    return (Structure) struct(shape, 0);
  }

  private Object struct(Shape.Struct shape, int depth) {
    @Nullable Object[] members = new Object[shape.members().size()];
    for (Member member : shape.members()) {
      if (member.required() || (depth < DEPTH && random.nextInt(4) > 0)) {
        members[member.index()] = value(member, depth + 1);
      }
    }
    return service.types().structure(shape.name(), members);
  }

  private Object value(Member member, int depth) {
    Shape shape = member.target().get();
    // What a URI or a header cannot carry is no fault of the codec.
    return member.location() != Member.Location.BODY && shape instanceof Shape.Text text
        ? "a".repeat(length(text.length(), 12))
        : value(shape, depth);
  }

  private Object value(Shape shape, int depth) {
    return switch (shape) {
      case Shape.Struct struct -> struct(struct, depth);
      case Shape.Union union -> {
        int index = random.nextInt(union.members().size());
        Shape chosen = union.members().get(index).target().get();
        yield service.types().union(union.name(), index, value(chosen, depth + 1));
      }
      case Shape.Sequence sequence -> {
        List<Object> items = new ArrayList<>();
        int size = length(sequence.length(), depth < DEPTH ? 2 : 0);
        for (int i = 0; i < size; i++) {
          items.add(value(sequence.element().get(), depth + 1));
        }
        yield items;
      }
      case Shape.Dictionary dictionary -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        int size = length(dictionary.length(), depth < DEPTH ? 2 : 0);
        for (int i = 0; i < size; i++) {
          entries.put("key" + i, value(dictionary.value().get(), depth + 1));
        }
        yield entries;
      }
      case Shape.Text text -> text(text);
      case Shape.Enumeration enumeration -> {
        List<String> values = List.copyOf(enumeration.values());
        yield service
            .types()
            .enumeration(enumeration.name(), values.get(random.nextInt(values.size())));
      }
      case Shape.Numeric numeric -> number(numeric);
      case Shape.Bool _ -> random.nextBoolean();
      case Shape.Timestamp _ -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
      case Shape.Bytes bytes -> {
        byte[] content = new byte[length(bytes.length(), 20)];
        random.nextBytes(content);
        yield Blob.of(content);
      }
      case Shape.Document _ ->
          new Json.Obj(
              Map.of("n", new Json.Num(BigDecimal.valueOf(random.nextInt(1000)).movePointLeft(1))));
    };
  }

  private String text(Shape.Text shape) {
    StringBuilder text = new StringBuilder();
    int length = length(shape.length(), 10);
    for (int i = 0; i < length; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private Object number(Shape.Numeric shape) {
    long low = bound(shape.range().min(), 0);
    long value = low + random.nextLong(Math.max(1, bound(shape.range().max(), low + 1000) - low));
    return switch (shape.kind()) {
      case INTEGER -> (int) value;
      case LONG -> value;
      case DOUBLE -> value + (shape.range().max() == null ? 0.25 : 0);
    };
  }

  private int length(Bounds bounds, int usual) {
    long low = bound(bounds.min(), 0);
    long high = Math.max(low, Math.min(bound(bounds.max(), low + usual), low + usual));
    return (int) (low + random.nextLong(high - low + 1));
  }

  private static long bound(@Nullable BigDecimal bound, long otherwise) {
    return bound == null ? otherwise : bound.longValue();
  }
}
