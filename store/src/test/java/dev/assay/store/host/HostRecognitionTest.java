package dev.assay.store.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.host.HostRecognition;
import dev.assay.assessment.host.HostTraits;
import dev.assay.assessment.resource.ResourceKey;
import dev.assay.assessment.resource.ResourceType;
import dev.assay.assessment.tenant.Tenant;
import dev.assay.assessment.transaction.Transactions;
import dev.assay.store.Database;
import dev.assay.store.Handles;
import dev.assay.store.scratch.ScratchDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which resource a machine is, with the real table.
final class HostRecognitionTest {
  private static final Database DATABASE = ScratchDatabases.open();
  private static final Tenant TENANT = Tenant.of("111122223333", "eu-central-1");
  private static final Tenant OTHERS = Tenant.of("444455556666", "eu-central-1");
  private static final String A = "a".repeat(32);
  private static final String B = "b".repeat(32);
  private static final String I1 = "i-00000001";
  private static final String I2 = "i-00000002";

  private final Transactions transactions = DATABASE.transactions();
  private final HostRecognition recognition = new HostRecognition(new PostgresHostTraitStore());

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    transactions.change(writing -> Handles.of(writing).execute("delete from host_trait"));
  }

  @Test
  void a_machine_is_called_by_its_instance_id_else_its_host_name_else_its_machine_id() {
    assertThat(recognised(A, I1, "web-1")).isEqualTo(I1);
    assertThat(recognised(B, null, "web-2")).isEqualTo("web-2");
    assertThat(recognised("c".repeat(32), null, null)).isEqualTo("c".repeat(32));
  }

  @Test
  void a_machine_that_changes_its_host_name_stays_the_same_resource() {
    assertThat(recognised(A, null, "web-1")).isEqualTo("web-1");
    assertThat(recognised(A, null, "renamed")).isEqualTo("web-1");
    assertThat(recognised(null, null, "renamed")).isEqualTo("web-1");
  }

  @Test
  void what_one_way_does_not_see_another_may() {
    assertThat(recognised(null, null, "web-1")).isEqualTo("web-1");
    assertThat(recognised(A, null, "web-1")).isEqualTo("web-1");
    assertThat(recognised(A, I1, null)).isEqualTo("web-1");
    assertThat(recognised(null, I1, "whatever")).isEqualTo("web-1");
  }

  @Test
  void two_machines_of_one_host_name_are_two_resources() {
    assertThat(recognised(A, null, "localhost")).isEqualTo("localhost");
    assertThat(recognised(B, null, "localhost")).isEqualTo("localhost-bbbbbbbb");
    assertThat(recognised(A, null, "localhost")).isEqualTo("localhost");
    assertThat(recognised(B, null, "localhost")).isEqualTo("localhost-bbbbbbbb");
  }

  @Test
  void instances_cloned_with_their_machine_id_are_told_apart_by_their_instance_ids() {
    assertThat(recognised(A, I1, "web-1")).isEqualTo(I1);
    assertThat(recognised(A, I2, "web-1")).isEqualTo(I2);
    assertThat(recognised(A, I1, "web-1")).isEqualTo(I1);
    assertThat(recognised(A, I2, "web-1")).isEqualTo(I2);
  }

  @Test
  void an_instance_that_is_installed_anew_stays_the_same_resource() {
    assertThat(recognised(A, I1, "web-1")).isEqualTo(I1);
    assertThat(recognised(B, I1, "web-1")).isEqualTo(I1);
  }

  @Test
  void a_name_that_a_person_chose_takes_the_machine_with_it() {
    assertThat(recognised(A, null, "web-1")).isEqualTo("web-1");
    transactions.change(
        writing -> recognition.name(writing, host("shop"), new HostTraits(A, null, "web-1")));
    assertThat(recognised(A, null, null)).isEqualTo("shop");
    assertThat(recognised(null, null, "web-1")).isEqualTo("shop");
  }

  @Test
  void a_machine_does_not_become_one_that_had_its_name_before() {
    assertThat(recognised(A, null, "web-1")).isEqualTo("web-1");
    recognised(A, null, "renamed");
    transactions.change(
        writing -> recognition.name(writing, host("web-1"), new HostTraits(A, null, "renamed")));
    assertThat(recognised(null, null, "web-1")).isEqualTo("web-1-2");
    assertThat(recognised(null, null, "web-1")).isEqualTo("web-1-2");
  }

  @Test
  void another_tenant_s_machines_are_not_recognised() {
    assertThat(recognised(A, null, "web-1")).isEqualTo("web-1");
    ResourceKey others =
        transactions.write(
            writing -> recognition.recognise(writing, OTHERS, new HostTraits(A, null, "db")));
    assertThat(others).isEqualTo(new ResourceKey(OTHERS, ResourceType.HOST, "db"));
  }

  @Test
  void machines_of_one_name_that_come_at_the_same_moment_are_told_apart() throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      String machine = String.valueOf((char) ('a' + number % 4)).repeat(32);
      calls.add(() -> recognised(machine, null, "localhost"));
    }
    Set<String> names = new TreeSet<>();
    try (var workers = Executors.newFixedThreadPool(8)) {
      for (Future<String> call : workers.invokeAll(calls)) {
        names.add(call.get());
      }
    }
    assertThat(names).hasSize(4).contains("localhost");
  }

  private String recognised(
      @Nullable String machine, @Nullable String instance, @Nullable String name) {
    return transactions.write(
        writing ->
            recognition.recognise(writing, TENANT, new HostTraits(machine, instance, name)).id());
  }

  private static ResourceKey host(String id) {
    return new ResourceKey(TENANT, ResourceType.HOST, id);
  }
}
