package dev.assay.assessment.classic;

import java.util.List;

/// Why Classic does not do what it is asked for: one class for each of its errors. Nothing was
/// changed.
public abstract sealed class ClassicRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ClassicRefusal(String message) {
    super(message);
  }

  /// A value that Classic does not take.
  public static final class InvalidInput extends ClassicRefusal {
    private static final long serialVersionUID = 1L;
    private final Invalid what;

    public InvalidInput(Invalid what, String message) {
      super(message);
      this.what = what;
    }

    public Invalid what() {
      return what;
    }
  }

  /// Something named that is not there.
  public static final class NoSuchEntity extends ClassicRefusal {
    private static final long serialVersionUID = 1L;
    private final Entity entity;

    public NoSuchEntity(Entity entity, String name) {
      super("There is no " + entity.words() + " " + name);
      this.entity = entity;
    }

    public Entity entity() {
      return entity;
    }
  }

  /// Something named that is another tenant's; whether it is there is not looked up.
  public static final class AccessDenied extends ClassicRefusal {
    private static final long serialVersionUID = 1L;
    private final Entity entity;

    public AccessDenied(Entity entity, String name) {
      super("The " + entity.words() + " " + name + " is of another account or region");
      this.entity = entity;
    }

    public Entity entity() {
      return entity;
    }
  }

  /// One more than the account may have.
  public static final class LimitExceeded extends ClassicRefusal {
    private static final long serialVersionUID = 1L;
    private final Limited what;

    public LimitExceeded(Limited what, long most) {
      super("This account may have " + most + " " + what.words() + " and has them");
      this.what = what;
    }

    public Limited what() {
      return what;
    }
  }

  /// Runs that have not ended stand against it.
  public static final class RunInProgress extends ClassicRefusal {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 10;
    private final List<String> runs;

    /// Names the runs.
    ///
    /// @param runs at least one
    public RunInProgress(List<String> runs) {
      super("Assessment runs in progress: " + String.join(", ", runs));
      this.runs = List.copyOf(runs);
    }

    /// At most ten.
    public List<String> named() {
      return runs.subList(0, Math.min(runs.size(), MOST_NAMED));
    }

    public boolean truncated() {
      return runs.size() > MOST_NAMED;
    }
  }

  /// Every agent of the target takes part in another run.
  public static final class AgentsAlreadyRunning extends ClassicRefusal {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 10;

    /// An agent and the run it takes part in.
    public record BusyAgent(String agentId, String run) {}

    private final transient List<BusyAgent> agents;

    /// Names the agents.
    ///
    /// @param agents at least one
    public AgentsAlreadyRunning(List<BusyAgent> agents) {
      super("Every agent of the target takes part in another assessment run");
      this.agents = List.copyOf(agents);
    }

    /// At most ten.
    public List<BusyAgent> named() {
      return agents.subList(0, Math.min(agents.size(), MOST_NAMED));
    }

    public boolean truncated() {
      return agents.size() > MOST_NAMED;
    }
  }

  /// A preview of the template's exclusions is being made already.
  public static final class PreviewInProgress extends ClassicRefusal {
    private static final long serialVersionUID = 1L;

    public PreviewInProgress(String template) {
      super("A preview for " + template + " is being generated");
    }
  }

  /// What may be limited, as `LimitExceededException` names it.
  public enum Limited {
    TARGETS("assessment targets"),
    TEMPLATES("assessment templates"),
    RUNS("assessment runs"),
    RESOURCE_GROUPS("resource groups"),
    EVENT_SUBSCRIPTIONS("event subscriptions of one resource");

    private final String words;

    Limited(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// What may be missing or another's.
  public enum Entity {
    TARGET("assessment target"),
    TEMPLATE("assessment template"),
    RUN("assessment run"),
    FINDING("finding"),
    RESOURCE_GROUP("resource group"),
    RULES_PACKAGE("rules package"),
    SNS_TOPIC("topic"),
    IAM_ROLE("role");

    private final String words;

    Entity(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
