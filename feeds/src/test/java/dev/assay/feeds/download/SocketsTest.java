package dev.assay.feeds.download;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.NetworkChannel;

@AnalyzeClasses(packages = "dev.assay.feeds", importOptions = ImportOption.DoNotIncludeTests.class)
class SocketsTest {
  @ArchTest
  static final ArchRule ONE_CLASS_OPENS_SOCKETS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(HttpTransport.class.getName())
          .should()
          .dependOnClassesThat(
              type(HttpClient.class)
                  .or(type(Socket.class))
                  .or(type(ServerSocket.class))
                  .or(type(DatagramSocket.class))
                  .or(type(URLConnection.class))
                  .or(type(NetworkChannel.class))
                  .or(resideInAnyPackage("javax.net..")))
          .because("--offline is kept by leaving out the only class that can break it");

  @ArchTest
  static final ArchRule ADDRESSES_DO_NOT_OPEN_THEMSELVES =
      noClasses()
          .should()
          .callMethod(URL.class, "openStream")
          .orShould()
          .callMethod(URL.class, "openConnection")
          .orShould()
          .callMethod(URI.class, "toURL")
          .because("--offline is kept by leaving out the only class that can break it");
}
