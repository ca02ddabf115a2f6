package dev.assay.scap.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.scap.xccdf.Tailoring;
import dev.assay.scap.xml.MalformedContentException;
import java.io.ByteArrayInputStream;

/// Arbitrary bytes as content. In an ordinary build these run once with no bytes at all;
/// JAZZER_FUZZ=1 makes them search.
class DataStreamFuzzTest {

  @FuzzTest
  void datastream(byte[] bytes) {
    try {
      DataStreamReader.read(new ByteArrayInputStream(bytes));
    } catch (MalformedContentException refused) {
      // An answer like any other.
    }
  }

  @FuzzTest
  void tailoring(byte[] bytes) {
    try {
      Tailoring.read(new ByteArrayInputStream(bytes));
    } catch (MalformedContentException refused) {
      // An answer like any other.
    }
  }
}
