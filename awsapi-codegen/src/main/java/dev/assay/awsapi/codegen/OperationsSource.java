package dev.assay.awsapi.codegen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The interfaces of operations, and the class that binds them to the service's schema.
final class OperationsSource {
  private static final String GENERATED =
      "@javax.annotation.processing.Generated(\"dev.assay.awsapi.codegen\")\n";

  private final ServiceModel model;
  private final JavaTypes types;

  OperationsSource(ServiceModel model, JavaTypes types) {
    this.model = model;
    this.types = types;
    long grouped = model.groups().stream().mapToLong(group -> group.operations().size()).sum();
    if (grouped != model.operationCount()) {
      throw new IllegalStateException(
          "%s: %d operations, %d of them in groups"
              .formatted(model.name(), model.operationCount(), grouped));
    }
  }

  String group(ServiceModel.Group group) {
    return "/// Operations of %s that belong together.\n".formatted(model.name())
        + GENERATED
        + "public interface %sOperations {\n".formatted(group.name())
        + group.operations().stream().map(this::method).collect(Collectors.joining("\n"))
        + "}\n";
  }

  String all() {
    return "/// Every operation of %s.\n".formatted(model.name())
        + GENERATED
        + "public interface %sOperations\n    extends %s {}\n"
            .formatted(
                model.name(),
                model.groups().stream()
                    .map(group -> group.name() + "Operations")
                    .collect(Collectors.joining(",\n        ")));
  }

  private String method(Operation operation) {
    String head =
        "%s %s(dev.assay.awsapi.value.Caller caller%s)"
            .formatted(
                output(operation),
                operation.methodName(),
                operation.input().map(in -> ", " + types.of(in) + " input").orElse(""));
    return operation.built()
        ? "  " + head + ";\n"
        : """
            /// Not built yet: a handler that overrides this makes it so.
            default %s {
              throw new AccessDeniedException("%s is not available in this version of Assay.");
            }
          """
            .formatted(head, operation.name());
  }

  private String output(Operation operation) {
    return operation.output().map(types::of).orElse("void");
  }

  String api() {
    List<ServiceModel.Group> groups = model.groups();
    String parameters =
        groups.stream()
            .map(g -> "%sOperations %s".formatted(g.name(), Names.decapitalised(g.name())))
            .collect(Collectors.joining(",\n      "));
    String bindings =
        groups.stream()
            .flatMap(g -> g.operations().stream().map(o -> binding(g, o)))
            .collect(Collectors.joining());
    return "/// %1$s as the endpoint serves it.\n%2$s".formatted(model.name(), GENERATED)
        + """
        public final class %1$sApi {
          private static final dev.assay.awsapi.schema.ServiceSchema SCHEMA =
              dev.assay.awsapi.schema.ServiceSchema.load("%2$s", new %1$sTypes());

          private %1$sApi() {}

          public static dev.assay.awsapi.schema.ServiceSchema schema() {
            return SCHEMA;
          }

        %3$s  public static dev.assay.awsapi.endpoint.Service service(
              %4$s) {
            java.util.Map<String, dev.assay.awsapi.endpoint.Handler> handlers = new java.util.HashMap<>();
        %5$s    return new dev.assay.awsapi.endpoint.Service(SCHEMA, handlers);
          }
        }
        """
            .formatted(
                model.name(),
                model.packageName(),
                model.isOneGroup() ? "" : ofAll(groups),
                parameters,
                bindings);
  }

  private String ofAll(List<ServiceModel.Group> groups) {
    return """
          public static dev.assay.awsapi.endpoint.Service service(%sOperations all) {
            return service(%s);
          }

        """
        .formatted(model.name(), groups.stream().map(_ -> "all").collect(Collectors.joining(", ")));
  }

  private String binding(ServiceModel.Group group, Operation operation) {
    Optional<String> input = operation.input();
    String call =
        "%s.%s(caller%s)"
            .formatted(
                Names.decapitalised(group.name()),
                operation.methodName(),
                input.map(in -> ", (" + types.of(in) + ") input").orElse(""));
    String body = operation.output().isPresent() ? call : "{ %s; return null; }".formatted(call);
    return "    handlers.put(\"%s\", (caller, input) -> %s);\n".formatted(operation.name(), body);
  }
}
