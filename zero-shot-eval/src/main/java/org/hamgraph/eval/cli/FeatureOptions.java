package org.hamgraph.eval.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hamgraph.feature.BodyCoordinate;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.graph.CompiledGraph;
import picocli.CommandLine.Option;

/** The options that state what a network may see. */
final class FeatureOptions {
    @Option(
            names = "--edge-coordinate",
            description =
                    "distance, extension (r − l) or stretch (r / l) (default: distance; extension if rest lengths differ within a"
                            + " species).")
    private String edgeCoordinate;

    @Option(
            names = "--edge-inputs",
            split = ",",
            description =
                    "One or more of linear, log, reciprocal, as functions of the edge coordinate (default: log of a distance, linear"
                            + " otherwise).")
    private List<String> edgeInputs;

    @Option(
            names = "--edge-channels",
            split = ",",
            description =
                    "One or both of one, stiffness: factors of all edge features (default: one; both if stiffnesses differ within a"
                            + " species).")
    private List<String> edgeChannels;

    @Option(
            names = "--body-coordinate",
            description = "squared-momentum or squared-momentum-per-mass (default: the latter).")
    private String bodyCoordinate;

    @Option(
            names = "--body-inputs",
            split = ",",
            description = "One or both of linear, relativistic (default: linear).")
    private List<String> bodyInputs;

    /** Returns what was stated, completed by what suits the graph; empty if nothing was stated. */
    Optional<InvariantFeatures> features(CompiledGraph graph) {
        if (edgeCoordinate == null
                && edgeInputs == null
                && edgeChannels == null
                && bodyCoordinate == null
                && bodyInputs == null) {
            return Optional.empty();
        }
        InvariantFeatures suited = InvariantFeatures.suitedTo(graph);
        EdgeCoordinate edge = edgeCoordinate == null
                ? suited.edgeCoordinate()
                : one(EdgeCoordinate.values(), EdgeCoordinate::label, edgeCoordinate, "--edge-coordinate");
        List<ScalarInput> inputs = List.of(edge == EdgeCoordinate.DISTANCE ? ScalarInput.LOG : ScalarInput.LINEAR);
        return Optional.of(new InvariantFeatures(
                edge,
                edgeInputs == null
                        ? inputs
                        : all(ScalarInput.values(), ScalarInput::label, edgeInputs, "--edge-inputs"),
                edgeChannels == null
                        ? suited.edgeChannels()
                        : all(EdgeChannel.values(), EdgeChannel::label, edgeChannels, "--edge-channels"),
                bodyCoordinate == null
                        ? suited.bodyCoordinate()
                        : one(BodyCoordinate.values(), BodyCoordinate::label, bodyCoordinate, "--body-coordinate"),
                bodyInputs == null
                        ? suited.bodyInputs()
                        : all(ScalarInput.values(), ScalarInput::label, bodyInputs, "--body-inputs")));
    }

    private static <T> List<T> all(T[] values, Function<T, String> label, List<String> names, String option) {
        List<T> found = new ArrayList<>();
        for (String name : names) {
            found.add(one(values, label, name, option));
        }
        return found;
    }

    private static <T> T one(T[] values, Function<T, String> label, String name, String option) {
        for (T value : values) {
            if (label.apply(value).equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                option + " must be among " + Arrays.stream(values).map(label).toList() + ", found " + name);
    }
}
