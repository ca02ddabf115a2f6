package dev.assay.agent.service;

import dev.assay.awsapi.http.Headers;
import dev.assay.awsapi.http.Response;
import dev.assay.awsapi.protocol.Call;
import dev.assay.awsapi.protocol.Protocol;
import dev.assay.awsapi.protocol.UnexpectedAnswerException;
import dev.assay.awsapi.schema.OperationSchema;
import dev.assay.awsapi.schema.ServiceSchema;
import dev.assay.awsapi.sigv4.Credentials;
import dev.assay.awsapi.sigv4.Signer;
import dev.assay.awsapi.value.ServiceException;
import dev.assay.awsapi.value.Structure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/// Calls operations of one service under one key.
///
/// Where a service refuses a signature and its clock is not ours, the call is signed and sent once
/// more by the service's clock.
public final class ServiceClient {
  /// Smaller bodies gain nothing by it.
  private static final int WORTH_PACKING = 1024;

  private static final int FORBIDDEN = 403;

  private final ServiceAddress address;
  private final Transport transport;
  private final ServiceTime time;
  private final Signer signer;
  private final ServiceSchema schema;
  private final Protocol protocol;

  /// A client.
  ///
  /// @param schema of the service
  /// @param region that it is asked about
  public ServiceClient(
      ServiceAddress address,
      Transport transport,
      ServiceTime time,
      Credentials credentials,
      String region,
      ServiceSchema schema) {
    this.address = address;
    this.transport = transport;
    this.time = time;
    this.signer = new Signer(credentials, region, schema.signingName());
    this.schema = schema;
    this.protocol = Protocol.of(schema);
  }

  /// Calls an operation.
  ///
  /// @param <T> the operation's own answer, which the schema vouches for
  /// @throws ServiceUnreachableException where no answer came
  /// @throws ServiceException where the service refuses, as its model has it
  /// @throws UnexpectedAnswerException where it refuses before that, or is no such service
  public <T> T call(String operation, Structure input, Class<T> answer)
      throws InterruptedException {
    OperationSchema called = Objects.requireNonNull(schema.operations().get(operation));
    Call call = packed(protocol.call(called, input));
    Response response = send(call);
    boolean corrected = time.learn(response.headers().first("date"));
    if (corrected && response.status() == FORBIDDEN) {
      response = send(call);
    }
    return Objects.requireNonNull(answer.cast(protocol.answer(called, response)));
  }

  private Response send(Call call) throws InterruptedException {
    try {
      Headers signed = signer.sign(call, address.host(), time.instant());
      return transport.send(address, call, signed);
    } catch (IOException unreachable) {
      throw new ServiceUnreachableException(address, unreachable);
    }
  }

  private static Call packed(Call call) {
    if (call.body().length < WORTH_PACKING) {
      return call;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream(call.body().length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(call.body());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Call(
        call.method(),
        call.rawPath(),
        call.rawQuery(),
        call.headers().with("content-encoding", "gzip"),
        packed.toByteArray());
  }
}
