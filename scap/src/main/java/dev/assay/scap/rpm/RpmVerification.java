package dev.assay.scap.rpm;

import dev.assay.scap.host.Host;
import dev.assay.scap.host.HostFile;
import dev.assay.scap.host.Reading;
import dev.assay.scap.host.RpmFile;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Verifies a file of a package as `rpm -V` does. Each attribute is looked at when it is asked
/// for, once.
///
/// What rpm's rules for a file leave out passes, as in OVAL's probe; what the object leaves out,
/// and everything of a file that is not there, is not performed.
public final class RpmVerification {
  private static final int GHOST = 1 << 6;
  private static final int TYPE_MASK = 0170000;
  private static final int DEVICE_BITS = 0xffff;

  private final Host host;
  private final RpmNames names;
  private final RpmFile installed;
  private final Set<RpmAttribute> omitted;
  private final Reading<HostFile> found;
  private final Map<RpmAttribute, RpmVerdict> verdicts = new EnumMap<>(RpmAttribute.class);

  /// @param omitted what is not to be verified
  public RpmVerification(Host host, RpmNames names, RpmFile installed, Set<RpmAttribute> omitted) {
    this.host = host;
    this.names = names;
    this.installed = installed;
    this.omitted = omitted;
    this.found = found();
  }

  /// Why one of the attributes asked for so far could not be decided; empty where all were.
  public Optional<String> gap() {
    return verdicts.values().stream()
        .filter(each -> !each.isDecided())
        .map(RpmVerdict::why)
        .findFirst();
  }

  /// What became of an attribute.
  public RpmVerdict verdict(RpmAttribute attribute) {
    return verdicts.computeIfAbsent(attribute, this::verify);
  }

  private boolean wasNeverThere() {
    return installed.state() == RpmFile.State.NOT_INSTALLED
        || installed.state() == RpmFile.State.SHARED;
  }

  /// The file; where a directory was installed and a link of a trusted owner leads to one, that.
  private Reading<HostFile> found() {
    Reading<HostFile> there = host.file(installed.path());
    if (there instanceof Reading.Read<HostFile>(HostFile link)
        && link.type() == HostFile.Type.SYMLINK
        && HostFile.Type.ofMode(installed.mode()) == HostFile.Type.DIRECTORY
        && (link.uid() == 0 || names.user(link.uid(), installed.user()).equals(RpmVerdict.PASS))
        && host.resolve(installed.path()) instanceof Reading.Read<String>(String target)
        && host.file(target) instanceof Reading.Read<HostFile>(HostFile led)
        && led.type() == HostFile.Type.DIRECTORY) {
      return new Reading.Read<>(led);
    }
    return there;
  }

  private RpmVerdict verify(RpmAttribute attribute) {
    if (omitted.contains(attribute)) {
      return RpmVerdict.NOT_PERFORMED;
    }
    if (wasNeverThere()) {
      return RpmVerdict.PASS;
    }
    return switch (found) {
      case Reading.Absent<HostFile> absent -> RpmVerdict.NOT_PERFORMED;
      case Reading.Unreadable<HostFile>(String why) -> RpmVerdict.undecided(why);
      case Reading.Read<HostFile>(HostFile file) ->
          isVerified(attribute, file.type()) ? compare(attribute, file) : RpmVerdict.PASS;
    };
  }

  /// Whether rpm looks at an attribute of such a file.
  private boolean isVerified(RpmAttribute attribute, HostFile.Type type) {
    boolean meant = installed.state() != RpmFile.State.REPLACED;
    boolean ghost = (installed.flags() & GHOST) != 0;
    boolean own = installed.state() != RpmFile.State.WRONG_COLOUR;
    return meant
        && attribute.isIn(installed.verified())
        && switch (attribute) {
          case DIGEST, SIZE, MODIFIED -> type == HostFile.Type.REGULAR && !ghost && own;
          case CAPABILITIES -> type == HostFile.Type.REGULAR;
          case LINK -> type == HostFile.Type.SYMLINK && !ghost;
          case MODE -> type != HostFile.Type.SYMLINK;
          case DEVICE -> own;
          case OWNER, GROUP -> true;
        };
  }

  private RpmVerdict compare(RpmAttribute attribute, HostFile file) {
    return switch (attribute) {
      case SIZE -> RpmVerdict.of(file.size() == installed.size());
      case MODE -> RpmVerdict.of(hasMode(file));
      case DIGEST -> digest();
      case DEVICE -> RpmVerdict.of(isDevice(file));
      case LINK -> RpmVerdict.of(file.target().equals(installed.target()));
      case OWNER -> names.user(file.uid(), installed.user());
      case GROUP -> names.group(file.gid(), installed.group());
      case MODIFIED -> RpmVerdict.of(file.modified() == installed.modified());
      case CAPABILITIES -> capabilities();
    };
  }

  private boolean hasMode(HostFile file) {
    boolean ghost = (installed.flags() & GHOST) != 0;
    return (installed.mode() & ~TYPE_MASK) == file.mode()
        && (ghost || HostFile.Type.ofMode(installed.mode()) == file.type());
  }

  private RpmVerdict digest() {
    if (installed.digest().isEmpty()) {
      return RpmVerdict.FAIL;
    }
    if (installed.algorithm().isEmpty()) {
      return RpmVerdict.undecided("The package's digests are of an algorithm that is not known.");
    }
    return switch (host.digest(installed.path(), installed.algorithm())) {
      case Reading.Read<byte[]>(byte[] digest) ->
          RpmVerdict.of(HexFormat.of().formatHex(digest).equals(installed.digest()));
      case Reading.Absent<byte[]> vanished -> RpmVerdict.undecided("It vanished.");
      case Reading.Unreadable<byte[]>(String why) -> RpmVerdict.undecided(why);
    };
  }

  private boolean isDevice(HostFile file) {
    HostFile.Type meant = HostFile.Type.ofMode(installed.mode());
    boolean devices = meant == HostFile.Type.CHARACTER || meant == HostFile.Type.BLOCK;
    if (meant != file.type()) {
      return !devices
          && file.type() != HostFile.Type.CHARACTER
          && file.type() != HostFile.Type.BLOCK;
    }
    return !devices || (file.represents() & DEVICE_BITS) == (installed.device() & DEVICE_BITS);
  }

  private RpmVerdict capabilities() {
    var meant = FileCapabilities.of(installed.capabilities());
    return switch (host.attribute(installed.path(), FileCapabilities.ATTRIBUTE)) {
      case Reading.Read<byte[]>(byte[] bytes) ->
          RpmVerdict.of(FileCapabilities.of(bytes).equals(meant));
      case Reading.Absent<byte[]> none ->
          RpmVerdict.of(meant.map(FileCapabilities.NONE::equals).orElse(false));
      case Reading.Unreadable<byte[]>(String why) -> RpmVerdict.undecided(why);
    };
  }
}
