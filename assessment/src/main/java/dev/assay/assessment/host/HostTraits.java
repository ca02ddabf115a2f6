package dev.assay.assessment.host;

import dev.assay.assessment.host.HostTrait.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What tells a machine from others, as far as it was read.
///
/// @param machineId a hash of the operating system's own id of this installation, in hexadecimal
/// @param instanceId `i-…` of EC2; null anywhere else
public record HostTraits(
    @Nullable String machineId, @Nullable String instanceId, @Nullable String hostName) {
  private static final int MARK = 8;

  public HostTraits {
    if (machineId == null && instanceId == null && hostName == null) {
      throw new IllegalArgumentException(
          "A machine without a machine id, an instance id and a host name cannot be told apart");
    }
  }

  /// The traits that are known, the most telling first.
  public List<HostTrait> all() {
    return Stream.of(Kind.values()).flatMap(kind -> of(kind).stream()).toList();
  }

  /// The trait of a kind.
  public Optional<HostTrait> of(Kind kind) {
    return Optional.ofNullable(value(kind)).map(value -> new HostTrait(kind, value));
  }

  private @Nullable String value(Kind kind) {
    return switch (kind) {
      case MACHINE_ID -> machineId;
      case INSTANCE_ID -> instanceId;
      case HOST_NAME -> hostName;
    };
  }

  /// Whether these are another machine's, although both have the trait in question.
  ///
  /// An instance id is the cloud's and never shared. A machine id is shared by clones that did not
  /// make their own, and changes with a new installation on the same instance. A host name is
  /// shared by whoever likes it.
  boolean contradict(HostTraits known, Kind shared) {
    return differ(known, Kind.INSTANCE_ID)
        || (shared == Kind.HOST_NAME && differ(known, Kind.MACHINE_ID));
  }

  private boolean differ(HostTraits known, Kind kind) {
    Optional<HostTrait> other = known.of(kind);
    return of(kind).filter(own -> other.isPresent() && !own.equals(other.get())).isPresent();
  }

  /// What the machine may be called where nobody chose a name, without end, the first that is free
  /// is to be taken: the instance's id, as Inspector has it, else the host name.
  Stream<String> names() {
    String usual =
        Stream.of(Kind.INSTANCE_ID, Kind.HOST_NAME, Kind.MACHINE_ID)
            .flatMap(kind -> of(kind).stream())
            .map(HostTrait::value)
            .findFirst()
            .orElseThrow();
    Stream<String> beside =
        of(Kind.MACHINE_ID).stream().map(id -> usual + "-" + id.value().substring(0, MARK));
    return Stream.concat(
        Stream.concat(Stream.of(usual), beside),
        IntStream.iterate(2, number -> number + 1).mapToObj(number -> usual + "-" + number));
  }
}
