package dev.assay.server.http;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// What the server proves itself with.
///
/// @param chain the server's certificate first
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {}
