package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import dev.assay.scap.regex.PerlPattern;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `textfilecontent54_object`: the matches of a pattern in text files. A file that is not UTF-8
/// is read as Latin-1, so that its ASCII still can be searched.
final class TextFileContentCollector implements ObjectCollector {
  private final Host host;
  private final FileFinder finder;
  private final java.util.Map<String, Reading<String>> texts = new java.util.HashMap<>();

  TextFileContentCollector(Host host, FileFinder finder) {
    this.host = host;
    this.finder = finder;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    Set<PerlPattern.Option> options = options(request);
    List<PerlPattern> patterns = request.patterns("pattern", options);
    List<String> sources = request.stated("pattern");
    List<String> gaps = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    gaps.addAll(
        finder.find(
            request,
            file -> {
              switch (text(file)) {
                case Reading.Read<String>(String text) -> {
                  for (int i = 0; i < patterns.size(); i++) {
                    matches(request, file, text, patterns.get(i), sources.get(i), items);
                  }
                }
                case Reading.Absent<String> absent -> {}
                case Reading.Unreadable<String>(String why) -> gaps.add(file.path() + ": " + why);
              }
            }));
    return FileCollector.withGaps(items, gaps);
  }

  private static void matches(
      CollectionRequest request,
      FoundFile file,
      String text,
      PerlPattern pattern,
      String source,
      List<Item> items) {
    PerlPattern.Search search = pattern.search(text);
    Optional<PerlPattern.Match> match = search.next();
    for (int instance = 1; match.isPresent(); instance++, match = search.next()) {
      if (!request.accepts("instance", Integer.toString(instance))) {
        continue;
      }
      Item.Draft draft =
          FileCollector.named("textfilecontent", file)
              .text("pattern", source)
              .number("instance", instance)
              .text("text", match.get().whole());
      match.get().groups().forEach(group -> draft.text("subexpression", group));
      items.add(draft.exists());
    }
  }

  private Reading<String> text(FoundFile file) {
    return texts.computeIfAbsent(file.path(), this::read);
  }

  private Reading<String> read(String path) {
    return switch (host.content(path)) {
      case Reading.Read<byte[]>(byte[] bytes) -> new Reading.Read<>(decode(bytes));
      case Reading.Absent<byte[]> absent -> new Reading.Absent<>();
      case Reading.Unreadable<byte[]>(String why) -> new Reading.Unreadable<>(why);
    };
  }

  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static Set<PerlPattern.Option> options(CollectionRequest request) {
    Set<PerlPattern.Option> options = EnumSet.noneOf(PerlPattern.Option.class);
    if (set(request, "multiline", "true")) {
      options.add(PerlPattern.Option.MULTILINE);
    }
    if (set(request, "singleline", "false")) {
      options.add(PerlPattern.Option.SINGLELINE);
    }
    if (set(request, "ignore_case", "false")) {
      options.add(PerlPattern.Option.IGNORE_CASE);
    }
    return options;
  }

  private static boolean set(CollectionRequest request, String behaviour, String otherwise) {
    String value = request.object().behaviour(behaviour, otherwise);
    return value.equals("true") || value.equals("1");
  }
}
