package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// `filehash58_object`: digests of regular files.
final class FileHashCollector implements ObjectCollector {
  private static final List<String> TYPES =
      List.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

  private final Host host;
  private final FileFinder finder;

  FileHashCollector(Host host, FileFinder finder) {
    this.host = host;
    this.finder = finder;
  }

  @Override
  public Collected collect(CollectionRequest request) {
    List<String> types = TYPES.stream().filter(type -> request.accepts("hash_type", type)).toList();
    List<Item> items = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    gaps.addAll(finder.find(request, file -> hash(file, types, items, gaps)));
    return FileCollector.withGaps(items, gaps);
  }

  private void hash(FoundFile file, List<String> types, List<Item> items, List<String> gaps) {
    if (file.type() != HostFile.Type.REGULAR && file.type() != HostFile.Type.SYMLINK) {
      return;
    }
    for (String type : types) {
      switch (host.digest(file.path(), type)) {
        case Reading.Read<byte[]>(byte[] digest) -> items.add(item(file, type, digest));
        case Reading.Absent<byte[]> absent -> {}
        case Reading.Unreadable<byte[]>(String why) -> gaps.add(file.path() + ": " + why);
      }
    }
  }

  private static Item item(FoundFile file, String type, byte[] digest) {
    return FileCollector.named("filehash58", file)
        .text("hash_type", type)
        .text("hash", HexFormat.of().formatHex(digest))
        .exists();
  }
}
