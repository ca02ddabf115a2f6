/// From a request to a response: route, authenticate, read, check, run, answer. It opens no socket
/// and knows no service; what it needs to know about callers it asks at its ports.
@NullMarked
package dev.assay.awsapi.endpoint;

import org.jspecify.annotations.NullMarked;
