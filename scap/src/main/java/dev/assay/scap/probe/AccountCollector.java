package dev.assay.scap.probe;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.Reading;
import dev.assay.scap.oval.Collected;
import dev.assay.scap.oval.CollectionRequest;
import dev.assay.scap.oval.Flag;
import dev.assay.scap.oval.Item;
import dev.assay.scap.oval.ObjectCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `password_object` and `shadow_object`: the lines of a file of accounts.
final class AccountCollector implements ObjectCollector {
  private static final int PASSWD_FIELDS = 7;
  private static final int SHADOW_FIELDS = 8;

  private final Host host;
  private final String file;
  private final Function<String[], Optional<Item>> reader;

  private AccountCollector(Host host, String file, Function<String[], Optional<Item>> reader) {
    this.host = host;
    this.file = file;
    this.reader = reader;
  }

  static ObjectCollector passwords(Host host) {
    return new AccountCollector(host, "/etc/passwd", AccountCollector::password);
  }

  static ObjectCollector shadows(Host host) {
    return new AccountCollector(host, "/etc/shadow", AccountCollector::shadow);
  }

  @Override
  public Collected collect(CollectionRequest request) {
    return switch (host.content(file)) {
      case Reading.Read<byte[]>(byte[] bytes) -> {
        List<Item> items = new ArrayList<>();
        TextFileContentCollector.decode(bytes)
            .lines()
            .map(line -> line.split(":", -1))
            .filter(fields -> request.accepts("username", fields[0]))
            .forEach(fields -> reader.apply(fields).ifPresent(items::add));
        yield Collected.all(items);
      }
      case Reading.Absent<byte[]> absent -> Collected.all(List.of());
      case Reading.Unreadable<byte[]>(String why) -> Collected.none(Flag.ERROR, file + ": " + why);
    };
  }

  private static Optional<Item> password(String[] fields) {
    if (fields.length < PASSWD_FIELDS) {
      return Optional.empty();
    }
    return Optional.of(
        Item.draft("password")
            .text("username", fields[0])
            .text("password", fields[1])
            .typed("user_id", "int", fields[2])
            .typed("group_id", "int", fields[3])
            .text("gcos", fields[4])
            .text("home_dir", fields[5])
            .text("login_shell", fields[6])
            .number("last_login", -1)
            .exists());
  }

  private static Optional<Item> shadow(String[] fields) {
    if (fields.length < SHADOW_FIELDS) {
      return Optional.empty();
    }
    Item.Draft draft = Item.draft("shadow").text("username", fields[0]).text("password", fields[1]);
    List<String> names =
        List.of("chg_lst", "chg_allow", "chg_req", "exp_warn", "exp_inact", "exp_date");
    for (int i = 0; i < names.size(); i++) {
      String value = fields[i + 2];
      draft.typed(names.get(i), "int", value.isEmpty() ? "-1" : value);
    }
    return Optional.of(draft.text("flag", "-1").text("encrypt_method", method(fields[1])).exists());
  }

  private static String method(String password) {
    String[] parts = password.split("\\$");
    if (parts.length < 3) {
      return "DES";
    }
    return switch (parts[1]) {
      case "1" -> "MD5";
      case "2a", "2b", "2y", "2x" -> "Blowfish";
      case "md5" -> "Sun MD5";
      case "5" -> "SHA-256";
      case "6" -> "SHA-512";
      case "y", "7" -> "Yescrypt";
      default -> "DES";
    };
  }
}
