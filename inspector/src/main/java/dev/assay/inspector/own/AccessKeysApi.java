package dev.assay.inspector.own;

import dev.assay.assessment.identity.AccessKeyId;
import dev.assay.assessment.identity.Identities;
import dev.assay.assessment.identity.IdentityException;
import dev.assay.assessment.identity.IdentityName;
import dev.assay.assessment.identity.IdentityStore;
import dev.assay.assessment.identity.NewAccessKey;
import dev.assay.assessment.tenant.AccountId;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.awsapi.assay.AccessKey;
import dev.assay.awsapi.assay.AccessKeyStatus;
import dev.assay.awsapi.assay.AccessKeysOperations;
import dev.assay.awsapi.assay.ConflictException;
import dev.assay.awsapi.assay.CreateAccessKeyRequest;
import dev.assay.awsapi.assay.CreateAccessKeyResponse;
import dev.assay.awsapi.assay.ListAccessKeysRequest;
import dev.assay.awsapi.assay.ListAccessKeysResponse;
import dev.assay.awsapi.assay.ResourceNotFoundException;
import dev.assay.awsapi.assay.RevokeAccessKeyRequest;
import dev.assay.awsapi.assay.RevokeAccessKeyResponse;
import dev.assay.awsapi.assay.Role;
import dev.assay.awsapi.assay.RotateAccessKeyRequest;
import dev.assay.awsapi.assay.RotateAccessKeyResponse;
import dev.assay.awsapi.assay.ServiceQuotaExceededException;
import dev.assay.awsapi.value.Caller;
import dev.assay.inspector.ListTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Who may call, by operations that only an administrator may call.
public final class AccessKeysApi implements AccessKeysOperations {
  private static final int PAGE = 100;
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final Transactions transactions;
  private final Identities identities;
  private final IdentityStore store;
  private final InstantSource clock;

  public AccessKeysApi(
      Transactions transactions, Identities identities, IdentityStore store, InstantSource clock) {
    this.transactions = transactions;
    this.identities = identities;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public CreateAccessKeyResponse createAccessKey(Caller caller, CreateAccessKeyRequest input) {
    if (input.role().equals(Role.ENROLLMENT)) {
      throw Problems.invalid("role", "CreateEnrollmentToken makes the keys that let agents in");
    }
    NewAccessKey made =
        told(
            () ->
                transactions.write(
                    writing ->
                        identities.createKey(
                            writing,
                            account(caller),
                            new IdentityName(input.identity()),
                            dev.assay.assessment.identity.Role.valueOf(input.role().value()),
                            Optional.ofNullable(input.description()).orElse(""),
                            Optional.ofNullable(input.expiresAt()))));
    return new CreateAccessKeyResponse(shown(made.key()), made.secret().reveal());
  }

  @Override
  public RotateAccessKeyResponse rotateAccessKey(Caller caller, RotateAccessKeyRequest input) {
    AccessKeyId old = id(input.accessKeyId());
    Duration overlap =
        Optional.ofNullable(input.overlapSeconds()).map(Duration::ofSeconds).orElse(OVERLAP);
    record Rotated(NewAccessKey made, dev.assay.assessment.identity.AccessKey replaced) {}
    Rotated rotated =
        told(
            () ->
                transactions.write(
                    writing -> {
                      NewAccessKey made = identities.rotate(writing, account(caller), old, overlap);
                      return new Rotated(
                          made, store.findKey(writing, account(caller), old).orElseThrow());
                    }));
    return RotateAccessKeyResponse.builder()
        .accessKey(shown(rotated.made().key()))
        .secretAccessKey(rotated.made().secret().reveal())
        .replaced(shown(rotated.replaced()))
        .build();
  }

  @Override
  public RevokeAccessKeyResponse revokeAccessKey(Caller caller, RevokeAccessKeyRequest input) {
    AccessKeyId id = id(input.accessKeyId());
    return new RevokeAccessKeyResponse(
        shown(
            told(
                () ->
                    transactions.write(
                        writing -> identities.revoke(writing, account(caller), id)))));
  }

  @Override
  public ListAccessKeysResponse listAccessKeys(Caller caller, ListAccessKeysRequest input) {
    int size = Optional.ofNullable(input.maxResults()).orElse(PAGE);
    ListTokens tokens = Problems.tokens(caller, "ListAccessKeys", input.identity(), input.status());
    Optional<AccessKeyId> after = tokens.position(input.nextToken()).map(AccessKeyId::new);
    List<dev.assay.assessment.identity.AccessKey> found =
        transactions.read(
            reading ->
                store.keys(
                    reading,
                    account(caller),
                    Optional.ofNullable(input.identity()).map(IdentityName::new),
                    after,
                    size + 1));
    List<dev.assay.assessment.identity.AccessKey> page =
        found.subList(0, Math.min(size, found.size()));
    AccessKeyStatus only = input.status();
    return ListAccessKeysResponse.builder()
        .accessKeys(
            page.stream()
                .map(this::shown)
                .filter(key -> only == null || key.status().equals(only))
                .toList())
        .nextToken(
            tokens.token(
                found.size() > size ? Optional.of(page.getLast().id().value()) : Optional.empty()))
        .build();
  }

  private static AccountId account(Caller caller) {
    return new AccountId(caller.accountId());
  }

  private static AccessKeyId id(String text) {
    if (!AccessKeyId.isOne(text)) {
      throw new ResourceNotFoundException("There is no access key " + text + ".");
    }
    return new AccessKeyId(text);
  }

  private AccessKey shown(dev.assay.assessment.identity.AccessKey key) {
    Instant now = clock.instant();
    return AccessKey.builder()
        .accessKeyId(key.id().value())
        .identity(key.owner().name().value())
        .role(Role.of(key.owner().role().name()))
        .status(AccessKeyStatus.of(key.status(now).name()))
        .description(key.description().isEmpty() ? null : key.description())
        .createdAt(key.createdAt())
        .expiresAt(key.expiresAt().orElse(null))
        .revokedAt(key.revokedAt().orElse(null))
        .lastUsedAt(key.lastUsedAt().orElse(null))
        .build();
  }

  private static <T> T told(Supplier<T> change) {
    try {
      return change.get();
    } catch (IdentityException refused) {
      String message = String.valueOf(refused.getMessage());
      throw switch (refused.reason()) {
        case NOT_FOUND -> new ResourceNotFoundException(message);
        case CONFLICT -> new ConflictException(message);
        case QUOTA -> new ServiceQuotaExceededException(message);
      };
    }
  }
}
