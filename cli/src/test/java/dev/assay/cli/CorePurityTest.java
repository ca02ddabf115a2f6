package dev.assay.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// Values in, values out: the modules of the core, as docs/architecture.md has it.
@AnalyzeClasses(
    packages = {
      "dev.assay.model",
      "dev.assay.version",
      "dev.assay.match",
      "dev.assay.scap",
      "dev.assay.report",
      "dev.assay.assessment"
    },
    importOptions = DoNotIncludeTests.class)
final class CorePurityTest {
  private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "nanoTime");

  @ArchTest
  static final ArchRule opens_nothing_and_logs_nothing =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.nio.file..",
              "java.nio.channels..",
              "java.net..",
              "java.sql..",
              "java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)")
          .because("the core opens nothing: the edges give it streams and values");

  @ArchTest
  static final ArchRule has_no_clock =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "it asks what time it is",
                  (JavaCall<?> call) -> CLOCKS.contains(call.getTarget().getName())))
          .because("what time it is comes in as a value, so that one input gives one answer");

  @ArchTest
  static final ArchRule prints_nothing =
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
          "whoever called decides where the result goes");

  @ArchTest
  static final ArchRule asks_nothing_of_the_process =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "it reads the environment",
                  (JavaCall<?> call) ->
                      call.getTarget().getOwner().isEquivalentTo(System.class)
                          && call.getTarget().getName().startsWith("get")))
          .because("a setting is a parameter");
}
