package dev.assay.feeds.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A body as a stream that fails when no byte comes for too long. (The client's own timeout ends
/// with the answer's head; a server that then falls silent would hold a reader for ever.) One batch
/// of buffers is asked for at a time, so that memory stays bounded however slow the reader is.
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {
  private sealed interface Signal permits Batch, End {}

  private record Batch(List<ByteBuffer> buffers) implements Signal {}

  private record End(@Nullable Throwable failure) implements Signal {}

  private final Duration longestSilence;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> batch = new ArrayDeque<>();
  private @Nullable Subscription subscription;
  private @Nullable End end;
  private boolean closed;

  TimedBody(Duration longestSilence) {
    this.longestSilence = longestSilence;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Subscription subscription) {
    if (closed) {
      subscription.cancel();
      return;
    }
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Batch(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    signals.add(new End(failure));
  }

  @Override
  public void onComplete() {
    signals.add(new End(null));
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      ByteBuffer buffer = batch.peek();
      if (buffer == null) {
        if (!nextBatch()) {
          return -1;
        }
      } else if (buffer.hasRemaining()) {
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
      } else {
        batch.remove();
      }
    }
  }

  /// Waits for the next batch; false at the body's end.
  private boolean nextBatch() throws IOException {
    if (end == null) {
      switch (nextSignal()) {
        case Batch(List<ByteBuffer> buffers) -> {
          batch.addAll(buffers);
          requestMore();
          return true;
        }
        case End last -> end = last;
      }
    }
    if (end.failure() != null) {
      throw new IOException("the connection broke: " + end.failure().getMessage(), end.failure());
    }
    return false;
  }

  private Signal nextSignal() throws IOException {
    try {
      Signal signal = signals.poll(longestSilence.toMillis(), TimeUnit.MILLISECONDS);
      if (signal == null) {
        close();
        throw new HttpTimeoutException("no byte came for " + longestSilence.toMillis() + " ms");
      }
      return signal;
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private synchronized void requestMore() {
    if (subscription != null && !closed) {
      subscription.request(1);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
