package dev.assay.inventory.rpm;

import org.jspecify.annotations.Nullable;

/// The tags of a header that Assay reads (rpmtag.h).
enum HeaderTag {
  /// Signatures as OpenPGP packets: of header and payload, and of the header alone.
  SIGPGP,
  SIGGPG,
  DSAHEADER,
  RSAHEADER,
  NAME,
  VERSION,
  RELEASE,
  EPOCH,
  VENDOR,
  LICENSE,
  PACKAGER,
  ARCH,
  /// Whole paths; only in packages of rpm 3.
  OLDFILENAMES,
  FILESIZES,
  FILESTATES,
  FILEMODES,
  FILERDEVS,
  FILEMTIMES,
  FILEDIGESTS,
  FILELINKTOS,
  FILEFLAGS,
  FILEUSERNAME,
  FILEGROUPNAME,
  SOURCERPM,
  FILEVERIFYFLAGS,
  DIRINDEXES,
  BASENAMES,
  DIRNAMES,
  LONGFILESIZES,
  FILECAPS,
  FILEDIGESTALGO,
  MODULARITYLABEL;

  /// Null for the many others.
  static @Nullable HeaderTag of(int number) {
    return switch (number) {
      case 259 -> SIGPGP;
      case 262 -> SIGGPG;
      case 267 -> DSAHEADER;
      case 268 -> RSAHEADER;
      case 1000 -> NAME;
      case 1001 -> VERSION;
      case 1002 -> RELEASE;
      case 1003 -> EPOCH;
      case 1011 -> VENDOR;
      case 1014 -> LICENSE;
      case 1015 -> PACKAGER;
      case 1022 -> ARCH;
      case 1027 -> OLDFILENAMES;
      case 1028 -> FILESIZES;
      case 1029 -> FILESTATES;
      case 1030 -> FILEMODES;
      case 1033 -> FILERDEVS;
      case 1034 -> FILEMTIMES;
      case 1035 -> FILEDIGESTS;
      case 1036 -> FILELINKTOS;
      case 1037 -> FILEFLAGS;
      case 1039 -> FILEUSERNAME;
      case 1040 -> FILEGROUPNAME;
      case 1044 -> SOURCERPM;
      case 1045 -> FILEVERIFYFLAGS;
      case 1116 -> DIRINDEXES;
      case 1117 -> BASENAMES;
      case 1118 -> DIRNAMES;
      case 5008 -> LONGFILESIZES;
      case 5010 -> FILECAPS;
      case 5011 -> FILEDIGESTALGO;
      case 5096 -> MODULARITYLABEL;
      default -> null;
    };
  }
}
