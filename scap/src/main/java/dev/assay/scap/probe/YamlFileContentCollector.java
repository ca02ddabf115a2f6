package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.Item.Field;
import dev.assay.scap.oval.Item.Status;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.yaml.YamlPathException;
import dev.assay.scap.yaml.YamlRecords;
import dev.assay.scap.yaml.YamlRecords.YamlRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `yamlfilecontent_object`: what a YAML Path selects in files, or in a text that the content
/// gives.
final class YamlFileContentCollector implements ObjectCollector {
  private final Host host;
  private final FileFinder finder;

  YamlFileContentCollector(Host host, FileFinder finder) {
    this.host = host;
    this.finder = finder;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    String path = request.stated("yamlpath").getFirst();
    List<Item> items = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    if (request.has("content")) {
      for (String text : request.stated("content")) {
        Item.Draft draft = Item.draft("yamlfilecontent").text("content", text);
        select(draft, text, path, items, errors);
      }
    } else {
      gaps.addAll(
          finder.find(
              request,
              file -> {
                switch (host.content(file.path())) {
                  case Reading.Read<byte[]>(byte[] bytes) ->
                      select(
                          FileCollector.named("yamlfilecontent", file),
                          new String(bytes, StandardCharsets.UTF_8),
                          path,
                          items,
                          errors);
                  case Reading.Absent<byte[]> absent -> {}
                  case Reading.Unreadable<byte[]>(String why) -> gaps.add(file.path() + ": " + why);
                }
              }));
    }
    return errors.isEmpty()
        ? FileCollector.withGaps(items, gaps)
        : new Collected(Flag.ERROR, items, String.join("; ", errors));
  }

  private static void select(
      Item.Draft draft, String text, String path, List<Item> items, List<String> errors) {
    try {
      List<YamlRecord> records = YamlRecords.read(text, path);
      if (!records.isEmpty()) {
        draft.text("yamlpath", path);
        records.forEach(record -> draft.record("value", parts(record)));
        items.add(draft.exists());
      }
    } catch (YamlPathException e) {
      errors.add(String.valueOf(e.getMessage()));
    }
  }

  private static List<Field> parts(YamlRecord record) {
    return record.fields().stream()
        .map(each -> new Field(each.key(), each.datatype(), Status.EXISTS, each.value()))
        .toList();
  }
}
