package dev.assay.scap.oval;

import java.util.Map;

/// One component of OVAL definitions, each part by its id.
public record OvalDocument(
    Map<String, Definition> definitions,
    Map<String, OvalTest> tests,
    Map<String, OvalObject> objects,
    Map<String, OvalState> states,
    Map<String, Variable> variables) {}
