package dev.assay.assessment.classic;

import dev.assay.assessment.digest.Sha256;
import dev.assay.assessment.query.Page;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for. A list goes by the numbers that rows get when they are made,
/// so a page begins right after the last row of the page before, whatever was added or deleted
/// meanwhile: what is there all the time is listed exactly once.
///
/// @param question what is asked, in any words that differ where the answer does; a token is good
///     for the same question only
/// @param after rows up to this number were listed
public record Listing(String question, long after, int size) {
  private static final int USUAL = 10;
  private static final int LARGEST_ASKED = 500;
  private static final int SEAL = 12;

  /// A row's number and what is listed of it.
  public record Row<T>(long number, T item) {}

  /// The part that a request asks for.
  ///
  /// @param asked null for Classic's ten; more than `most` is answered with `most`
  /// @param most the largest page of this operation
  /// @throws ClassicRefusal.InvalidInput for a size that Classic does not take, or a token that
  ///     this question did not give
  public static Listing of(
      String question, @Nullable Integer asked, @Nullable String token, int most) {
    int size = asked == null ? USUAL : asked;
    if (size < 1 || size > LARGEST_ASKED) {
      throw new ClassicRefusal.InvalidInput(
          Invalid.INVALID_MAX_RESULTS, "maxResults is from 1 to " + LARGEST_ASKED + ": " + size);
    }
    return new Listing(question, token == null ? 0 : number(question, token), Math.min(size, most));
  }

  /// The page, and the token of the next.
  ///
  /// @param rows by ascending number, those after {@link #after} only, at most as many as it is
  ///     given
  public <T> Page<T> page(Function<Integer, List<Row<T>>> rows) {
    List<Row<T>> found = rows.apply(size + 1);
    List<Row<T>> shown = found.subList(0, Math.min(size, found.size()));
    return new Page<>(
        shown.stream().map(Row::item).toList(),
        found.size() > size ? Optional.of(token(shown.getLast().number())) : Optional.empty());
  }

  private String token(long number) {
    byte[] token =
        ByteBuffer.allocate(Long.BYTES + SEAL).putLong(number).put(seal(question)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static long number(String question, String token) {
    try {
      ByteBuffer read = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      if (read.remaining() == Long.BYTES + SEAL) {
        long number = read.getLong();
        if (read.equals(ByteBuffer.wrap(seal(question)))) {
          return number;
        }
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, like any other text that is no token.
    }
    throw new ClassicRefusal.InvalidInput(
        Invalid.INVALID_PAGINATION_TOKEN,
        "The token is not of this list: ask again from the first page");
  }

  private static byte[] seal(String question) {
    return Arrays.copyOf(Sha256.of(question), SEAL);
  }
}
