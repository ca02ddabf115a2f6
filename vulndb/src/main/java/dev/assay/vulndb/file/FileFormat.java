package dev.assay.vulndb.file;

/// The advisory database file: what lies where, and why.
///
/// ## The task
/// Some five million statements ("this package, in this release, is vulnerable before that
/// version") are written once and then asked for by name, by processes that live for a second.
/// So the file is immutable, sorted and memory-mapped; opening it reads two small tables, and an
/// answer touches only the pages it is on.
///
/// ## The container
/// ```
/// 0        header, 4,096 bytes: magic, version, lengths, section table, CRC-32C of itself
/// 4096     body: the sections one after another
/// …        chunk table: the CRC-32C of each 16 KiB of the body, in order
/// ```
/// Numbers of fixed width are little-endian; all others are LEB128. The first twelve bytes (magic,
/// version) stay as they are in every version to come. The header holds the chunk table's own
/// checksum, so that a database is trusted down from one number.
///
/// A chunk is verified when it is first touched. Checking all of a 100 MB file would cost more
/// than most scans; checking nothing would let a flipped bit become a wrong verdict.
/// `verify()` checks all. Even behind right checksums the reader trusts no length, count or
/// position: each is held against what is there, so that a file made to do harm ends in a
/// `DatabaseException`, in time and memory in proportion to its size.
///
/// ## Three plain structures
/// - **Records by number** ({@link RecordTable}): positions of 4 bytes, and the records.
/// - **Records by key** ({@link KeyIndex}): records `key, number`, sorted by key, and beside them
///   an open-addressing hash table of 4-byte positions. A binary search over mapped memory costs
///   17 cache misses where this costs two or three; the sorted records serve listings.
/// - **Compressed groups** ({@link GroupedRecords}): long texts in deflated groups of about 32 KiB,
///   read one group at a time and only when asked for.
///
/// ## The sections
/// - `INFO`: when it was built, counts, the sources.
/// - `ECOSYSTEMS`: each with its part of `NAMES` and `NAME_SLOTS`, its counts, its repositories.
/// - `NAMES`, `NAME_SLOTS`: for each ecosystem, by key: package name → position of its block.
/// - `BLOCKS`: package blocks, see below.
/// - `ATTRIBUTES`: by number: repository, status, severity …, the most frequent first.
/// - `ADVISORIES`: by number, in order of source and id: what a match needs of an advisory.
/// - `ADVISORY_KEYS`, `ADVISORY_SLOTS`: by key: source and id → number.
/// - `VULNERABILITY_KEYS`, `VULNERABILITY_SLOTS`: by key: id → number.
/// - `DETAILS`, `DETAIL_GROUPS`: vulnerabilities (merged from all sources), then advisories, in
///   the order of their numbers.
/// - `LIVES`, `LIFE_KEYS`, `LIFE_SLOTS`: support dates by ecosystem.
///
/// ## A package block
/// All statements on one package name in one ecosystem. It holds neither the name nor the
/// ecosystem, so that the many binary packages that one erratum updates together, and which have
/// the same history, share one block.
/// ```
/// groups, bytes of all groups, unfixed, complex, settled: counts
/// position of each group: 1, 2 or 4 bytes by the length of all
/// groups, ascending by fixed version: version, count, statements
/// unfixed statements, complex statements, settled statements
/// ```
/// A statement whose ranges all end at a fixed version is in the group of the highest of them: an
/// installed version at or above it is surely not meant. *Unfixed*: no end is known. *Complex*:
/// `lastAffected`, or a version that the ecosystem cannot parse. *Settled*: not affected, or
/// withdrawn by its source. The candidates for an installed version are then one piece of the
/// block: from the first group above it to the settled. Finding where it starts is a binary
/// search over versions, and the rest of the work is in proportion to the answer.
///
/// A statement is the advisory's number (as a difference to the one before), the number of its
/// attributes with two bits that say how its ranges are written, and the ranges themselves only
/// where they are not simply "before the group's version".
///
/// The order of groups is the order of the `version` module; when a scheme's order is mended
/// there, {@link #VERSION} must go up.
public final class FileFormat {
  /// Raised with every change of the layout or of a version order.
  public static final int VERSION = 1;

  /// The longest text in a file, in bytes: a decoder takes a longer one for corruption.
  public static final int LONGEST_TEXT = 1 << 16;

  /// The longest list in one record.
  public static final int LONGEST_LIST = 1 << 20;

  static final String MAGIC = "ASSAYDB\n";
  static final int HEADER_LENGTH = 4096;
  static final int CHUNK_LENGTH = 1 << 14;
  static final int HEADER_CHECKSUM_AT = HEADER_LENGTH - 4;
  static final int VERSION_AT = 8;
  static final int FILE_LENGTH_AT = 16;
  static final int BODY_LENGTH_AT = 24;
  static final int CHUNK_TABLE_CHECKSUM_AT = 32;
  static final int SECTION_COUNT_AT = 36;
  static final int SECTIONS_AT = 40;
  static final int SECTION_ENTRY_LENGTH = 20;

  private FileFormat() {}

  /// How many bytes each position in a piece of a package block takes, by the piece's length.
  public static int positionWidth(int length) {
    if (length <= 0xff) {
      return 1;
    }
    return length <= 0xffff ? 2 : 4;
  }

  /// The number of chunks, the last of which may be short.
  static long chunks(long bodyLength) {
    return (bodyLength + CHUNK_LENGTH - 1) / CHUNK_LENGTH;
  }
}
