package dev.assay.awsapi.value;

/// Who calls an operation, as the signature proved it, and where to.
///
/// @param accountId the account of twelve digits whose data the call is about
/// @param identity the name of the identity that owns the access key
/// @param accessKeyId the key that signed the call
/// @param region the region of the signature's scope
/// @param requestId the id under which the call is answered, logged and audited
public record Caller(
    String accountId, String identity, String accessKeyId, String region, String requestId) {}
