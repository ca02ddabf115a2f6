package dev.assay.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The direction of modules, as docs/architecture.md has it; here, for only here are all of them.
@AnalyzeClasses(packages = "dev.assay", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule modules_use_only_what_they_may =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy("dev.assay.model..")
          .layer("version")
          .definedBy("dev.assay.version..")
          .layer("match")
          .definedBy("dev.assay.match..")
          .layer("scap")
          .definedBy("dev.assay.scap..")
          .layer("network")
          .definedBy("dev.assay.network..")
          .layer("report")
          .definedBy("dev.assay.report..")
          .layer("vulndb")
          .definedBy("dev.assay.vulndb..")
          .layer("feeds")
          .definedBy("dev.assay.feeds..")
          .layer("inventory")
          .definedBy("dev.assay.inventory..")
          .layer("agentless")
          .definedBy("dev.assay.agentless..")
          .layer("assessment")
          .definedBy("dev.assay.assessment..")
          .layer("store")
          .definedBy("dev.assay.store..")
          .layer("aws")
          .definedBy("dev.assay.aws..")
          .layer("awsapi")
          .definedBy("dev.assay.awsapi..")
          .layer("inspector")
          .definedBy("dev.assay.inspector..")
          .layer("agent")
          .definedBy("dev.assay.agent..")
          .layer("server")
          .definedBy("dev.assay.server..")
          .layer("cli")
          .definedBy("dev.assay.cli..")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("version")
          .mayOnlyAccessLayers("model")
          .whereLayer("match")
          .mayOnlyAccessLayers("model", "version")
          .whereLayer("scap")
          .mayOnlyAccessLayers("model", "version")
          .whereLayer("network")
          .mayOnlyAccessLayers("model")
          .whereLayer("report")
          .mayOnlyAccessLayers("model")
          .whereLayer("vulndb")
          .mayOnlyAccessLayers("model", "version", "match")
          .whereLayer("feeds")
          .mayOnlyAccessLayers("model", "version", "vulndb")
          .whereLayer("inventory")
          .mayOnlyAccessLayers("model", "version", "scap")
          .whereLayer("agentless")
          .mayOnlyAccessLayers("model", "scap", "inventory")
          .whereLayer("assessment")
          .mayOnlyAccessLayers("model", "version", "match", "network", "report")
          .whereLayer("store")
          .mayOnlyAccessLayers("assessment", "model", "match")
          .whereLayer("aws")
          .mayNotAccessAnyLayer()
          .whereLayer("awsapi")
          .mayNotAccessAnyLayer()
          .whereLayer("inspector")
          .mayOnlyAccessLayers("awsapi", "assessment", "match", "model", "network", "report")
          .whereLayer("agent")
          .mayOnlyAccessLayers("awsapi", "inventory", "model", "report", "scap")
          .whereLayer("server")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .because("the folder tree is the architecture: see docs/architecture.md");

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .that()
          // Generated, and Inspector's own name for what it is.
          .haveNameNotMatching("dev\\.assay\\.awsapi\\.inspector2\\.PackageManager(\\$.*)?")
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Abstract)(\\$.*)?")
          .because("a class is named for what it is in the domain");

  @ArchTest
  static final ArchRule only_main_leaves_the_command_line_module =
      classes()
          .that()
          .resideInAPackage("dev.assay.cli..")
          .and()
          .doNotHaveFullyQualifiedName("dev.assay.cli.Main")
          .should()
          .notBePublic()
          .because("nothing may use the composition root");

  @ArchTest
  static final ArchRule results_go_through_the_terminal =
      noClasses()
          .that()
          .resideInAPackage("dev.assay..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("the terminal's streams can be caught, closed early or full");
}
