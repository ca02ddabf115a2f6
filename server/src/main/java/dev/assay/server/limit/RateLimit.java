package dev.assay.server.limit;

import dev.assay.assessment.identity.AccessKeyId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// A token bucket for each access key: it fills at an even rate, holds a burst, and each request
/// takes one token. Only keys whose signature holds have one, so that strangers cannot fill the
/// map.
public final class RateLimit {
  private static final double NANOS = 1e9;
  private static final int MOST_BUCKETS = 100_000;

  private final double perNano;
  private final double burst;
  private final LongSupplier nanoClock;
  private final Map<AccessKeyId, Bucket> buckets = new ConcurrentHashMap<>();

  /// Sets the limit of each key.
  ///
  /// @param perSecond requests in the long run
  /// @param burst requests at once after a pause
  public RateLimit(double perSecond, int burst, LongSupplier nanoClock) {
    this.perNano = perSecond / NANOS;
    this.burst = burst;
    this.nanoClock = nanoClock;
  }

  /// Takes a token.
  ///
  /// @return zero where there was one, otherwise how long until there is
  public Duration take(AccessKeyId key) {
    long now = nanoClock.getAsLong();
    if (buckets.size() > MOST_BUCKETS) {
      buckets.values().removeIf(bucket -> bucket.at(now) >= burst);
    }
    double[] missing = {0};
    buckets.compute(
        key,
        (id, bucket) -> {
          double tokens = bucket == null ? burst : bucket.at(now);
          if (tokens >= 1) {
            return new Bucket(tokens - 1, now);
          }
          missing[0] = 1 - tokens;
          return new Bucket(tokens, now);
        });
    return Duration.ofNanos((long) Math.ceil(missing[0] / perNano));
  }

  private final class Bucket {
    private final double tokens;
    private final long since;

    Bucket(double tokens, long since) {
      this.tokens = tokens;
      this.since = since;
    }

    double at(long now) {
      return Math.min(burst, tokens + (now - since) * perNano);
    }
  }
}
