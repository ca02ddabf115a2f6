package dev.assay.aws.network;

import dev.assay.aws.network.AccountAccess.Place;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/// Collects the network configuration of accounts into the files of a snapshot, one folder for each
/// account and region, one file for each page of an answer.
public final class NetworkCollector {
  private final AccountAccess access;
  private final SnapshotSink sink;
  private final Consumer<String> progress;

  /// @param progress told of each call in a few words before it is made
  public NetworkCollector(AccountAccess access, SnapshotSink sink, Consumer<String> progress) {
    this.access = access;
    this.sink = sink;
    this.progress = progress;
  }

  /// Collects everything that there is, or fails.
  ///
  /// @throws CollectionFailedException where a call fails for good, naming the call
  public void collect() throws IOException {
    try (SdkHttpClient http = access.http()) {
      for (Optional<String> role : access.identities()) {
        for (Region region : access.places()) {
          collect(access.place(region, role, http));
        }
      }
    }
  }

  private void collect(Place place) throws IOException {
    String account =
        made("sts:GetCallerIdentity", place, () -> place.sts().getCallerIdentity().account());
    Folder folder = new Folder(account, place);
    for (NetworkCalls.Listed listed : NetworkCalls.everywhere(place.ec2())) {
      folder.pages(listed.action(), listed.file(), listed.pages());
    }
    for (NetworkCalls.Listed listed : NetworkCalls.somewhere(place)) {
      folder.whereKnown(() -> folder.pages(listed.action(), listed.file(), listed.pages()));
    }
    folder.whereKnown(new TransitCalls(folder, place.ec2())::collect);
    folder.whereKnown(new PrefixListCalls(folder, place.ec2())::collect);
    new BalancerCalls(folder, place.balancers()).collect();
    folder.whereKnown(new ClassicBalancerCalls(folder, place.classicBalancers())::collect);
  }

  /// Some of the calls.
  interface Part {
    void collect() throws IOException;
  }

  /// Something that calls a service.
  interface Asking<T> {
    T ask() throws IOException;
  }

  private <T> T made(String action, Place place, Asking<T> call) throws IOException {
    progress.accept(place.region() + " " + action);
    try {
      return call.ask();
    } catch (SdkException failed) {
      String message = action + " in " + place.region() + " failed: " + failed.getMessage();
      throw UnknownCallException.is(failed)
          ? new UnknownCallException(action, message, failed)
          : new CollectionFailedException(message, failed);
    }
  }

  /// The files of one account and region.
  final class Folder {
    private final String account;
    private final Place place;

    Folder(String account, Place place) {
      this.account = account;
      this.place = place;
    }

    void pages(String action, String file, Iterable<? extends SdkPojo> pages) throws IOException {
      pages(action, file, pages, page -> {});
    }

    /// Keeps every page, and hands each on.
    <P extends SdkPojo> void pages(
        String action, String file, Iterable<P> pages, Consumer<? super P> then)
        throws IOException {
      this.<Integer>call(
          action,
          () -> {
            int number = 0;
            for (P page : pages) {
              number++;
              json(number == 1 ? file : file + "-" + number, SdkJson.bytes(page));
              then.accept(page);
            }
            return number;
          });
    }

    /// Collects a part that not every region has; where this one does not know it, a file says so,
    /// which is read as a gap of the snapshot.
    void whereKnown(Part part) throws IOException {
      try {
        part.collect();
      } catch (UnknownCallException unknown) {
        json(
            "not-known-" + unknown.action().replace(':', '-'),
            SdkJson.map(
                Map.of(
                    "CallsNotKnown",
                    List.of(
                        Map.of("Action", unknown.action(), "Region", place.region().toString())))));
      }
    }

    <T> T call(String action, Asking<T> call) throws IOException {
      return made(action, place, call);
    }

    void json(String file, byte[] json) throws IOException {
      sink.file(account + "/" + place.region() + "/" + file + ".json", json);
    }
  }
}
