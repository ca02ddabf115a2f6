package dev.assay.assessment.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assessment.classic.run.RunEvent;
import dev.assay.assessment.classic.run.RunState;
import dev.assay.assessment.classic.run.RunTransitions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RunTransitionsTest {
  @Test
  void every_state_is_reached_from_the_first() {
    assertThat(reachable(RunState.CREATED)).containsExactlyInAnyOrder(RunState.values());
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void no_state_is_come_back_to(RunState state) {
    Set<RunState> later = reachable(state);
    later.remove(state);
    for (RunState next : later) {
      assertThat(reachable(next)).doesNotContain(state);
    }
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void an_end_is_left_by_nothing_and_all_else_is_left_by_cancelling(RunState state) {
    assertThat(RunTransitions.next(state, RunEvent.CANCELLED))
        .isEqualTo(state.isEnd() ? Optional.empty() : Optional.of(RunState.CANCELED));
    assertThat(RunTransitions.next(state, RunEvent.GIVEN_UP).isPresent()).isEqualTo(!state.isEnd());
    if (state.isEnd()) {
      assertThat(reachable(state)).containsExactly(state);
    }
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void given_up_before_there_is_data_is_failed_and_after_that_an_error(RunState state) {
    if (!state.isEnd()) {
      assertThat(RunTransitions.next(state, RunEvent.GIVEN_UP))
          .contains(state.hasData() ? RunState.ERROR : RunState.FAILED);
    }
  }

  private static Set<RunState> reachable(RunState from) {
    Set<RunState> seen = EnumSet.of(from);
    Deque<RunState> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      RunState state = open.pop();
      for (RunEvent event : RunEvent.values()) {
        RunTransitions.next(state, event).filter(seen::add).ifPresent(open::push);
      }
    }
    return seen;
  }
}
