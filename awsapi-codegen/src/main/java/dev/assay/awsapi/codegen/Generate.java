package dev.assay.awsapi.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

/// The build's door: `Generate OVERLAYS SOURCES RESOURCES`. Each file of the folder OVERLAYS is
/// one service; SOURCES gets its Java, RESOURCES the merged model that the schema layer reads.
public final class Generate {
  private Generate() {}

  /// Runs the generator.
  ///
  /// @param args the folders of overlays, of sources and of resources
  public static void main(String[] args) throws IOException {
    Output sources = new Output(Path.of(args[1]));
    Output resources = new Output(Path.of(args[2]));
    for (Path overlay : overlays(Path.of(args[0]))) {
      ServiceModel model = ServiceModel.read(overlay);
      resources.write(
          "dev/assay/awsapi/" + model.packageName() + "/model.json",
          new ObjectMapper().writeValueAsString(model.merged()));
      new ServiceSources(model).writeTo(sources);
    }
    sources.removeStale();
    resources.removeStale();
  }

  private static List<Path> overlays(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
