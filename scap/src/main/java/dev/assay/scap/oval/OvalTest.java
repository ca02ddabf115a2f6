package dev.assay.scap.oval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The question whether the items of an object exist and are as the states say.
///
/// @param type the element's name without `_test`
/// @param object null only for the `unknown_test`
public record OvalTest(
    String id,
    String type,
    String comment,
    Existence existence,
    Check check,
    LogicalOperator stateOperator,
    @Nullable String object,
    List<String> states) {}
