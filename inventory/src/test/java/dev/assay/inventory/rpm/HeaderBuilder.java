package dev.assay.inventory.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Builds header blobs as a database holds them: a region with its trailer, then dribbles.
final class HeaderBuilder {
  private static final int REGION = 63;
  private static final int INT32 = 4;
  private static final int STRING = 6;
  private static final int BIN = 7;
  private static final int STRING_ARRAY = 8;
  private static final int I18N_STRING = 9;

  private final List<Entry> region = new ArrayList<>();
  private final List<Entry> dribbles = new ArrayList<>();
  private List<Entry> current = region;
  private boolean withRegion = true;

  static HeaderBuilder of(String name, String version, String release) {
    return new HeaderBuilder().text(1000, name).text(1001, version).text(1002, release);
  }

  /// A package with some hundred bytes to some ten thousand, like real ones.
  static byte[] typical(int number, RandomGenerator random) {
    int files = 1 << random.nextInt(9);
    String[] names = new String[files];
    String[] digests = new String[files];
    for (int i = 0; i < files; i++) {
      names[i] = "file-" + i + ".so";
      digests[i] = String.format("%032x%032x", random.nextLong(), random.nextLong());
    }
    return of("package-" + number, "1." + number, "3.el9")
        .i18n(1004, "A package")
        .text(1011, "Example, Inc.")
        .text(1014, "MIT")
        .text(1022, "x86_64")
        .texts(1035, digests)
        .text(1044, "source-" + number + "-1." + number + "-3.el9.src.rpm")
        .numbers(1116, new int[files])
        .texts(1117, names)
        .texts(1118, "/usr/lib64/package-" + number + "/")
        .dribbles()
        .numbers(1008, 1_700_000_000)
        .build();
  }

  /// What is added from now on came at installation.
  HeaderBuilder dribbles() {
    current = dribbles;
    return this;
  }

  /// As rpm 3 wrote it.
  HeaderBuilder withoutRegion() {
    withRegion = false;
    return this;
  }

  HeaderBuilder text(int tag, String text) {
    return add(tag, STRING, 1, terminated(text));
  }

  HeaderBuilder texts(int tag, String... texts) {
    return add(tag, STRING_ARRAY, texts.length, terminated(texts));
  }

  HeaderBuilder i18n(int tag, String... texts) {
    return add(tag, I18N_STRING, texts.length, terminated(texts));
  }

  HeaderBuilder numbers(int tag, int... numbers) {
    ByteBuffer data = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    data.asIntBuffer().put(numbers);
    return add(tag, INT32, numbers.length, data.array());
  }

  HeaderBuilder add(int tag, int type, int count, byte[] data) {
    current.add(new Entry(tag, type, count, data));
    return this;
  }

  byte[] build() {
    int entries = region.size() + dribbles.size() + (withRegion ? 1 : 0);
    ByteBuffer index = ByteBuffer.allocate(entries * 16);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    if (withRegion) {
      index.position(16);
    }
    region.forEach(entry -> put(entry, index, data));
    if (withRegion) {
      int trailer = data.size();
      data.writeBytes(
          ByteBuffer.allocate(16)
              .putInt(REGION)
              .putInt(BIN)
              .putInt(-16 * (region.size() + 1))
              .putInt(16)
              .array());
      index.putInt(0, REGION).putInt(4, BIN).putInt(8, trailer).putInt(12, 16);
    }
    dribbles.forEach(entry -> put(entry, index, data));
    return ByteBuffer.allocate(8 + index.capacity() + data.size())
        .putInt(entries)
        .putInt(data.size())
        .put(index.array())
        .put(data.toByteArray())
        .array();
  }

  private static void put(Entry entry, ByteBuffer index, ByteArrayOutputStream data) {
    while (entry.type == INT32 && data.size() % Integer.BYTES != 0) {
      data.write(0);
    }
    index.putInt(entry.tag).putInt(entry.type).putInt(data.size()).putInt(entry.count);
    data.writeBytes(entry.data);
  }

  private static byte[] terminated(String... texts) {
    return (String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_8);
  }

  private static final class Entry {
    private final int tag;
    private final int type;
    private final int count;
    private final byte[] data;

    Entry(int tag, int type, int count, byte[] data) {
      this.tag = tag;
      this.type = type;
      this.count = count;
      this.data = data;
    }
  }
}
