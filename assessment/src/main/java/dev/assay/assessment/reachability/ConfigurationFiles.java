package dev.assay.assessment.reachability;

import dev.assay.network.reader.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The files of a snapshot as they were handed in: `describe-*` JSON, each with its name.
public final class ConfigurationFiles {
  private final List<NamedFile> files;

  /// @throws IllegalArgumentException where two have the same name
  public ConfigurationFiles(List<NamedFile> files) {
    Set<String> names = new HashSet<>();
    for (NamedFile file : files) {
      if (!names.add(file.name())) {
        throw new IllegalArgumentException("Two files are named " + file.name());
      }
    }
    this.files = List.copyOf(files);
  }

  /// A file by the name that people know it by.
  ///
  /// @param content not to be changed: it is not copied
  @SuppressWarnings("ArrayRecordComponent")
  public record NamedFile(String name, byte[] content) {}

  public Configuration read() {
    SnapshotReader reader = new SnapshotReader();
    for (NamedFile file : files) {
      reader.read(file.name(), new ByteArrayInputStream(file.content()));
    }
    return new Configuration(reader.snapshot(), reader.listings(), reader.balancerTags());
  }

  /// As a ZIP archive; equal files make equal bytes.
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (NamedFile file : files) {
        ZipEntry entry = new ZipEntry(file.name());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.content());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory takes all bytes", impossible);
    }
    return bytes.toByteArray();
  }

  /// Those of an archive that {@link #zip} made.
  public static ConfigurationFiles ofZip(byte[] bytes) {
    List<NamedFile> files = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.add(new NamedFile(entry.getName(), zip.readAllBytes()));
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException("The stored files are damaged", damaged);
    }
    return new ConfigurationFiles(files);
  }
}
