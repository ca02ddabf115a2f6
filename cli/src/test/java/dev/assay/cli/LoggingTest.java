package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What libraries have to say comes to the platform's own log: with an API and a binding of
/// different ages it would come to nobody.
final class LoggingTest {
  @Test
  void libraries_log_to_the_platforms_log() throws ReflectiveOperationException {
    Object factory =
        Class.forName("org.slf4j.LoggerFactory").getMethod("getILoggerFactory").invoke(null);
    assertThat(factory.getClass().getName()).isEqualTo("org.slf4j.jul.JDK14LoggerFactory");
  }
}
