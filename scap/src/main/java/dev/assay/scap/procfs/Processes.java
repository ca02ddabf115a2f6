package dev.assay.scap.procfs;

import dev.assay.scap.host.HostFiles;
import dev.assay.scap.host.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The processes that `/proc` shows.
public final class Processes {
  private Processes() {}

  /// Their ids; empty where `/proc` cannot be read.
  public static List<String> ids(HostFiles host) {
    return host.names("/proc") instanceof Reading.Read<List<String>>(List<String> names)
        ? names.stream().filter(name -> name.chars().allMatch(Character::isDigit)).toList()
        : List.of();
  }

  /// A small file of a process; empty where it is gone or may not be read.
  public static String text(HostFiles host, String pid, String file) {
    return host.content("/proc/" + pid + "/" + file) instanceof Reading.Read<byte[]>(byte[] bytes)
        ? text(bytes)
        : "";
  }

  /// Bytes as UTF-8 where they are that, else one character for each.
  public static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
