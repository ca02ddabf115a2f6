package dev.assay.scap.oval;

import java.util.List;

/// What an item is expected to be.
public record OvalState(String id, LogicalOperator operator, List<Entity> entities) {}
