package dev.assay.inventory.repo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inventory.tree.FakeTree;
import dev.assay.inventory.tree.FileTree;
import dev.assay.model.NotEvaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoriesTest {
  private static final String PRO = "var/lib/ubuntu-advantage/status.json";
  private final List<NotEvaluated> gaps = new ArrayList<>();

  @Test
  void without_repository_files_nothing_is_known() {
    assertThat(Repositories.read(new FakeTree(), gaps::add)).isEmpty();
  }

  @Test
  void a_yum_repository_is_enabled_unless_it_says_otherwise() {
    String repo =
        """
        [baseos]
        name = Base; [not a section]
        [off]
        enabled = 0
        [ on ]
        Enabled=True
        # [comment]
        ;enabled=0
        """;

    assertThat(repositories(new FakeTree().with("etc/yum.repos.d/a.repo", repo)))
        .containsExactlyInAnyOrder("baseos", "on");
  }

  @Test
  void amazons_extras_are_named_by_their_topic() {
    String repo =
        """
        [amzn2extra-docker]
        enabled = 1
        [amzn2extra-docker-source]
        enabled = 1
        [amzn2extra-nginx1]
        enabled = 0
        """;

    assertThat(repositories(new FakeTree().with("etc/yum.repos.d/amzn2-extras.repo", repo)))
        .contains("extras:docker", "amzn2extra-docker")
        .doesNotContain("extras:nginx1", "extras:docker-source");
  }

  @Test
  void alpines_repositories_are_named_by_their_last_word() {
    String repositories =
        """
        https://mirror.example/alpine/v3.20/main/
        https://mirror.example/alpine/v3.20/community
        #https://mirror.example/alpine/v3.20/commented
        @edge https://mirror.example/alpine/edge/testing
        @broken
        """;

    assertThat(repositories(new FakeTree().with("etc/apk/repositories", repositories)))
        .containsExactlyInAnyOrder("main", "community", "testing");
  }

  @Test
  void module_streams_that_are_enabled_are_listed() {
    FakeTree tree =
        new FakeTree()
            .with(
                "etc/dnf/modules.d/nodejs.module",
                "[nodejs]\nname=nodejs\nstream=18\nprofiles=\nstate=enabled\n")
            .with("etc/dnf/modules.d/php.module", "[php]\nstream=8.1\nstate=disabled\n")
            .with("etc/dnf/modules.d/perl.module", "[perl]\nstream=5.32\nstate=enabled\n");

    assertThat(ModuleStreams.read(tree, gaps::add))
        .containsExactlyInAnyOrder("nodejs:18", "perl:5.32");
  }

  @Test
  void the_services_of_ubuntu_pro_that_are_enabled_are_listed() {
    String status =
        """
        {"attached": true, "nested": {"services": [{"name": "no", "status": "enabled"}]},
         "services": ["odd", {"blocked_by": [{"name": "x"}], "name": "esm-infra",
           "status": "enabled"}, {"name": "esm-apps", "status": "disabled"},
           {"name": "livepatch", "available": "yes"}], "simulated": false}
        """;

    assertThat(pro(new FakeTree().with(PRO, status))).containsExactly("esm-infra");
    assertThat(gaps).isEmpty();
  }

  @ParameterizedTest
  @Timeout(10)
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"services\":[",
        "{\"services\":[{\"name\":",
        "null",
        "{\"services\":[}",
        "\0"
      })
  void a_broken_status_of_ubuntu_pro_is_a_gap_and_apt_is_asked(String status) {
    FakeTree tree =
        new FakeTree()
            .with(PRO, status)
            .with("etc/apt/auth.conf.d/90ubuntu-advantage", "machine x")
            .with("etc/apt/sources.list.d/ubuntu-esm-infra.list", "deb https://esm x main\n");

    assertThat(pro(tree)).containsExactly("esm-infra");
    assertThat(gaps).extracting(NotEvaluated::what).containsExactly(PRO);
  }

  @Test
  void a_commented_source_or_one_without_credentials_is_no_subscription() {
    FakeTree commented =
        new FakeTree()
            .with("etc/apt/auth.conf.d/90ubuntu-advantage", "machine x")
            .with("etc/apt/sources.list.d/ubuntu-esm-infra.list", "# deb https://esm x main\n")
            .with("etc/apt/sources.list.d/ubuntu-esm-apps.sources", "Types: deb\nURIs: x\n");
    FakeTree bare =
        new FakeTree().with("etc/apt/sources.list.d/ubuntu-esm-infra.list", "deb https://esm x\n");

    assertThat(pro(commented)).containsExactly("esm-apps");
    assertThat(pro(bare)).isEmpty();
  }

  private Set<String> repositories(FileTree tree) {
    return Repositories.read(tree, gaps::add).orElseThrow();
  }

  private Set<String> pro(FileTree tree) {
    return UbuntuPro.read(tree, gaps::add);
  }
}
