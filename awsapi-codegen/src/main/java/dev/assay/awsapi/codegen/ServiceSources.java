package dev.assay.awsapi.codegen;

import java.io.IOException;

/// All Java of one service.
final class ServiceSources {
  private final ServiceModel model;
  private final JavaTypes types;

  ServiceSources(ServiceModel model) {
    this.model = model;
    this.types = new JavaTypes(model);
  }

  void writeTo(Output output) throws IOException {
    for (Shape shape : model.shapes().values()) {
      if (shape.isStructure()) {
        write(output, shape.name(), structure(shape));
      } else if (shape.isEnum()) {
        write(output, shape.name(), EnumSource.of(shape));
      }
    }
    OperationsSource operations = new OperationsSource(model, types);
    for (ServiceModel.Group group : model.groups()) {
      write(output, group.name() + "Operations", operations.group(group));
    }
    if (!model.isOneGroup()) {
      write(output, model.name() + "Operations", operations.all());
    }
    write(output, model.name() + "Api", operations.api());
    write(output, model.name() + "Types", new TypesSource(model).source());
    output.write(folder() + "package-info.java", packageInfo());
  }

  private String structure(Shape shape) {
    if (shape.isUnion()) {
      return UnionSource.of(shape, types);
    }
    return shape.isException()
        ? new ExceptionSource(shape, types).source()
        : new RecordSource(shape, types).source();
  }

  private void write(Output output, String type, String body) throws IOException {
    String head = "package dev.assay.awsapi." + model.packageName() + ";\n\n";
    output.write(folder() + type + ".java", head + body);
  }

  private String folder() {
    return "dev/assay/awsapi/" + model.packageName() + "/";
  }

  private String packageInfo() {
    return """
        /// Generated from the model of %s: its shapes, its operations.
        @org.jspecify.annotations.NullMarked
        package dev.assay.awsapi.%s;
        """
        .formatted(model.name(), model.packageName());
  }
}
