package dev.assay.feeds.amazon;

import dev.assay.feeds.MalformedRecordException;
import dev.assay.feeds.json.JsonReader;
import dev.assay.feeds.json.JsonValue;
import dev.assay.feeds.rpm.RpmBuild;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a bulletin in JSON with updateinfo.xml's names, capitalised.
final class UpdateinfoJson {
  private UpdateinfoJson() {}

  static void read(InputStream content, Bulletins bulletins) throws IOException {
    bulletins.accept(bulletin(JsonReader.read(content)));
  }

  private static Bulletin bulletin(JsonValue document) {
    Bulletin bulletin = new Bulletin();
    bulletin.id = document.text("ID").strip();
    bulletin.title = document.textOrEmpty("Title").strip();
    bulletin.severity = document.textOrEmpty("Severity").strip();
    bulletin.description = document.textOrEmpty("Description").strip();
    bulletin.issued = date(document.optional("Issued"));
    bulletin.updated = date(document.optional("Updated"));
    JsonValue references = document.optional("References");
    if (references != null) {
      references.elements("Reference").forEach(it -> bulletin.references.add(reference(it)));
    }
    for (JsonValue collection : oneOrMore(document.member("Pkglist").member("Collection"))) {
      bulletin.collections.add(collection(collection));
    }
    return bulletin;
  }

  private static String date(@Nullable JsonValue holder) {
    return holder == null ? "" : holder.textOrEmpty("Date");
  }

  private static Bulletin.Reference reference(JsonValue reference) {
    return new Bulletin.Reference(
        reference.textOrEmpty("Type"),
        reference.textOrEmpty("ID").strip(),
        reference.textOrEmpty("Href").strip());
  }

  private static Bulletin.Collection collection(JsonValue value) {
    Bulletin.Collection collection = new Bulletin.Collection(value.text("Short"));
    for (JsonValue pack : value.elements("Package")) {
      try {
        collection.builds().add(build(pack));
      } catch (MalformedRecordException malformed) {
        collection.problems().add(malformed.problem());
      }
    }
    return collection;
  }

  private static RpmBuild build(JsonValue pack) {
    return RpmBuild.of(
        pack.text("Name"),
        pack.textOrEmpty("Epoch"),
        pack.text("Version"),
        pack.text("Release"),
        pack.textOrEmpty("Arch"));
  }

  private static List<JsonValue> oneOrMore(JsonValue value) {
    return value.isArray() ? value.elements() : List.of(value);
  }
}
