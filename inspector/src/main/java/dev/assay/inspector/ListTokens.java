package dev.assay.inspector;

import dev.assay.assessment.digest.Sha256;
import dev.assay.awsapi.value.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The tokens of one list: a position in it, sealed with who asked for what. A token of another
/// operation, account, region or question is refused, and so is one that was changed. The seal is
/// no secret and protects none: whose data is answered is never read from a token.
public final class ListTokens {
  private static final int SEAL = 12;

  private final String question;
  private final Supplier<? extends RuntimeException> refusal;

  private ListTokens(String question, Supplier<? extends RuntimeException> refusal) {
    this.question = question;
    this.refusal = refusal;
  }

  /// The tokens of a list.
  ///
  /// @param refusal what a token is answered with that is not of this list
  /// @param asked everything that decides what is listed and in which order, but neither size nor
  ///     token: values whose text is the same for equal ones, on every node
  public static ListTokens of(
      Caller caller,
      String operation,
      Supplier<? extends RuntimeException> refusal,
      @Nullable Object... asked) {
    return new ListTokens(
        List.of(caller.accountId(), caller.region(), operation) + Arrays.toString(asked), refusal);
  }

  /// Where the page begins that is asked for; empty for the first one.
  public Optional<String> position(@Nullable String token) {
    if (token == null || token.isEmpty()) {
      return Optional.empty();
    }
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      throw refusal.get();
    }
    if (sealed.length < SEAL) {
      throw refusal.get();
    }
    byte[] position = Arrays.copyOfRange(sealed, SEAL, sealed.length);
    if (!MessageDigest.isEqual(seal(position), Arrays.copyOf(sealed, SEAL))) {
      throw refusal.get();
    }
    return Optional.of(new String(position, StandardCharsets.UTF_8));
  }

  /// The token of the next page; null where there is none.
  ///
  /// @param position where the next page begins
  public @Nullable String token(Optional<String> position) {
    return position.map(this::token).orElse(null);
  }

  private String token(String position) {
    byte[] bytes = position.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = Arrays.copyOf(seal(bytes), SEAL + bytes.length);
    System.arraycopy(bytes, 0, sealed, SEAL, bytes.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private byte[] seal(byte[] position) {
    MessageDigest digest = Sha256.begin();
    digest.update(question.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return Arrays.copyOf(digest.digest(position), SEAL);
  }
}
