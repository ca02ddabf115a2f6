/// AWS Signature Version 4: verified where we serve, made where we are the client. Keys come from a
/// port, the time from the caller; nothing here keeps a secret longer than a request.
@NullMarked
package dev.assay.awsapi.sigv4;

import org.jspecify.annotations.NullMarked;
