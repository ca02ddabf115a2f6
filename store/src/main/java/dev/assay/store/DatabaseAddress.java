package dev.assay.store;

import java.util.Optional;

/// A PostgreSQL database and how to log in to it.
///
/// @param url `jdbc:postgresql://HOST:PORT/NAME`, with the driver's parameters but no password
/// @param user empty: the one the URL names, or the system's
/// @param password empty where the server asks for none; never shown
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {
  private static final String SCHEME = "jdbc:postgresql:";

  public DatabaseAddress {
    if (!url.startsWith(SCHEME)) {
      throw new DatabaseOpeningException(
          "'" + withoutPassword(url) + "' is no database: expected jdbc:postgresql://HOST/NAME");
    }
    if (!url.equals(withoutPassword(url))) {
      throw new DatabaseOpeningException(
          "the database's URL holds its password, where others can read it; give it by file or by"
              + " environment");
    }
  }

  /// The same server and user, another of its databases.
  public DatabaseAddress named(String database) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    String parameters = query < 0 ? "" : url.substring(query);
    return new DatabaseAddress(
        path.substring(0, path.lastIndexOf('/') + 1) + database + parameters, user, password);
  }

  @Override
  public String toString() {
    return url;
  }

  private static String withoutPassword(String url) {
    return url.replaceAll("(?i)([?&](?:ssl)?password=)[^&]*", "$1…")
        .replaceAll("//[^/@]*:[^/@]*@", "//…@");
  }
}
