package dev.assay.inspector.own;

import dev.assay.assessment.agent.CollectionWindows.Window;
import dev.assay.assessment.agent.Enrollment;
import dev.assay.assessment.agent.HealthCode;
import dev.assay.assessment.agent.Heartbeat;
import dev.assay.assessment.agent.Machine;
import dev.assay.assessment.agent.Orders;
import dev.assay.awsapi.assay.Agent;
import dev.assay.awsapi.assay.AgentHealthCode;
import dev.assay.awsapi.assay.CollectingRun;
import dev.assay.awsapi.assay.CollectorSchedule;
import dev.assay.awsapi.assay.EnrollAgentRequest;
import dev.assay.awsapi.assay.SendHeartbeatRequest;
import dev.assay.awsapi.assay.SendHeartbeatResponse;
import dev.assay.awsapi.assay.WantedBenchmark;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Agents as the model has them.
final class AgentMapping {
  private AgentMapping() {}

  static Enrollment enrollment(EnrollAgentRequest input) {
    var machine = input.machine();
    return new Enrollment(
        input.enrollmentId(),
        new Machine(
            machine.machineId(),
            machine.instanceId(),
            machine.hostName(),
            machine.operatingSystem(),
            machine.kernel()),
        input.agentVersion(),
        input.resourceId());
  }

  static Heartbeat heartbeat(SendHeartbeatRequest input, Instant at) {
    return new Heartbeat(
        health(input.health()),
        Optional.ofNullable(input.details()).orElse(""),
        input.agentVersion(),
        input.kernel(),
        input.collectors(),
        at);
  }

  private static HealthCode health(AgentHealthCode code) {
    return switch (code.value()) {
      case "IDLE" -> HealthCode.IDLE;
      case "RUNNING" -> HealthCode.RUNNING;
      case "SHUTDOWN" -> HealthCode.SHUTDOWN;
      case "UNHEALTHY" -> HealthCode.UNHEALTHY;
      case "THROTTLED" -> HealthCode.THROTTLED;
      default -> throw Problems.invalid("health", "there is no health code " + code.value());
    };
  }

  static SendHeartbeatResponse orders(Orders orders) {
    return SendHeartbeatResponse.builder()
        .heartbeatSeconds((int) orders.heartbeat().toSeconds())
        .schedules(
            new TreeMap<>(orders.intervals())
                .entrySet().stream().map(AgentMapping::schedule).toList())
        .runs(orders.windows().stream().map(AgentMapping::run).toList())
        .benchmarkJobs(orders.benchmarkJobs())
        .build();
  }

  private static CollectingRun run(Window window) {
    return CollectingRun.builder()
        .runArn(window.run())
        .endsAt(window.endsAt())
        .benchmarks(
            window.benchmarks().stream()
                .sorted()
                .map(benchmark -> WantedBenchmark.of(benchmark.name()))
                .toList())
        .build();
  }

  private static CollectorSchedule schedule(Map.Entry<String, Duration> one) {
    return new CollectorSchedule(one.getKey(), (int) one.getValue().toSeconds());
  }

  static Agent shown(dev.assay.assessment.agent.Agent agent) {
    Machine machine = agent.machine();
    Agent.Builder shown =
        Agent.builder()
            .agentId(agent.name().value())
            .resourceId(agent.resource().id())
            .hostName(machine.hostName())
            .agentVersion(agent.version())
            .operatingSystem(machine.operatingSystem())
            .kernel(machine.kernel())
            .enrollmentToken(agent.token().value())
            .enrolledAt(agent.enrolledAt());
    Heartbeat last = agent.last();
    if (last != null) {
      shown
          .agentVersion(last.version())
          .kernel(last.kernel())
          .health(AgentHealthCode.of(last.health().name()))
          .healthDetails(last.details().isEmpty() ? null : last.details())
          .collectors(last.collectors())
          .lastHeardAt(last.at());
    }
    return shown.build();
  }
}
