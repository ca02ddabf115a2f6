/// Who is told of what happens to runs: subscriptions of topics, and the messages that go there. It
/// must not know how a topic is reached.
@NullMarked
package dev.assay.assessment.classic.subscription;

import org.jspecify.annotations.NullMarked;
