package org.hamgraph.feature;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvariantFeaturesTest {
    private static final List<EdgeChannel> ONE = List.of(EdgeChannel.ONE);
    private static final List<ScalarInput> LINEAR = List.of(ScalarInput.LINEAR);

    private static InvariantFeatures edges(EdgeCoordinate coordinate, ScalarInput... inputs) {
        return new InvariantFeatures(coordinate, List.of(inputs), ONE, BodyCoordinate.SQUARED_MOMENTUM, LINEAR);
    }

    private static InvariantFeatures bodies(ScalarInput... inputs) {
        return new InvariantFeatures(
                EdgeCoordinate.DISTANCE, LINEAR, ONE, BodyCoordinate.SQUARED_MOMENTUM, List.of(inputs));
    }

    /** Springs 0-1 and 1-2 of given stiffness, rest length and species. */
    private static CompiledGraph path(double k01, double l01, int t01, double k12, double l12, int t12) {
        return CompiledGraph.builder(3)
                .spring(0, 1, k01, l01, t01)
                .spring(1, 2, k12, l12, t12)
                .build();
    }

    @Test
    void equalSpringsAreSeenByTheLogarithmOfTheirLength() {
        InvariantFeatures features =
                InvariantFeatures.suitedTo(Structure.ring(5).compile(1, 10, 1));
        assertEquals(InvariantFeatures.defaults(), features);
        assertEquals(EdgeCoordinate.DISTANCE, features.edgeCoordinate());
        assertEquals(List.of(ScalarInput.LOG), features.edgeInputs());
        assertEquals(ONE, features.edgeChannels());
        assertEquals(BodyCoordinate.SQUARED_MOMENTUM_PER_MASS, features.bodyCoordinate());
        assertEquals(LINEAR, features.bodyInputs());
    }

    @Test
    void springsOfOtherRestLengthsAreSeenByTheirExtension() {
        InvariantFeatures features = InvariantFeatures.suitedTo(path(10, 1, 0, 10, 2, 0));
        assertEquals(EdgeCoordinate.EXTENSION, features.edgeCoordinate());
        assertEquals(LINEAR, features.edgeInputs());
        assertEquals(ONE, features.edgeChannels());
    }

    @Test
    void springsOfOtherStiffnessesHaveAChannelForIt() {
        InvariantFeatures features = InvariantFeatures.suitedTo(path(10, 1, 0, 20, 1, 0));
        assertEquals(EdgeCoordinate.DISTANCE, features.edgeCoordinate());
        assertEquals(List.of(ScalarInput.LOG), features.edgeInputs());
        assertEquals(List.of(EdgeChannel.ONE, EdgeChannel.STIFFNESS), features.edgeChannels());
    }

    @Test
    void springsThatDifferInBothHaveBoth() {
        InvariantFeatures features = InvariantFeatures.suitedTo(path(10, 1, 2, 20, 3, 2));
        assertEquals(EdgeCoordinate.EXTENSION, features.edgeCoordinate());
        assertEquals(List.of(EdgeChannel.ONE, EdgeChannel.STIFFNESS), features.edgeChannels());
    }

    @Test
    void springsOfOtherSpeciesHaveNetworksOfTheirOwnAndMayDiffer() {
        assertEquals(InvariantFeatures.defaults(), InvariantFeatures.suitedTo(path(10, 1, 0, 20, 3, 1)));
    }

    @Test
    void withoutSpringsTheDefaultsDo() {
        assertEquals(
                InvariantFeatures.defaults(),
                InvariantFeatures.suitedTo(CompiledGraph.builder(4).build()));
    }

    @Test
    void theListsGivenAreCopiedAndThoseReturnedAreFixed() {
        List<ScalarInput> inputs = new ArrayList<>(LINEAR);
        InvariantFeatures features =
                new InvariantFeatures(EdgeCoordinate.DISTANCE, inputs, ONE, BodyCoordinate.SQUARED_MOMENTUM, inputs);
        inputs.add(ScalarInput.LOG);
        assertEquals(LINEAR, features.edgeInputs());
        assertEquals(LINEAR, features.bodyInputs());
        assertThrows(
                UnsupportedOperationException.class, () -> features.edgeInputs().clear());
    }

    @Test
    void listsThatAreEmptyOrRepeatAreRefused() {
        assertRefused(
                "edge inputs must be at least one and all different, found []", () -> edges(EdgeCoordinate.DISTANCE));
        assertRefused("body inputs must be at least one and all different, found []", InvariantFeaturesTest::bodies);
        assertRefused(
                "body inputs must be at least one and all different, found [LINEAR, LINEAR]",
                () -> bodies(ScalarInput.LINEAR, ScalarInput.LINEAR));
        assertRefused(
                "edge channels must be at least one and all different, found [STIFFNESS, STIFFNESS]",
                () -> new InvariantFeatures(
                        EdgeCoordinate.DISTANCE,
                        LINEAR,
                        List.of(EdgeChannel.STIFFNESS, EdgeChannel.STIFFNESS),
                        BodyCoordinate.SQUARED_MOMENTUM,
                        LINEAR));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOG", "RECIPROCAL"})
    void inputsThatNeedPositiveCoordinatesAreRefusedForExtensionsAndBodies(ScalarInput input) {
        assertRefused(
                "edge inputs must be linear, or log or reciprocal of a positive coordinate, found " + input.label()
                        + " of extension",
                () -> edges(EdgeCoordinate.EXTENSION, ScalarInput.LINEAR, input));
        assertRefused("body inputs must be defined at rest, found " + input.label(), () -> bodies(input));
        assertEquals(List.of(input), edges(EdgeCoordinate.STRETCH, input).edgeInputs());
    }

    @ParameterizedTest
    @EnumSource
    void theRelativisticInputIsForBodiesOnly(EdgeCoordinate coordinate) {
        assertRefused(
                "edge inputs must be linear, or log or reciprocal of a positive coordinate, found relativistic of "
                        + coordinate.label(),
                () -> edges(coordinate, ScalarInput.RELATIVISTIC));
        assertEquals(
                List.of(ScalarInput.RELATIVISTIC),
                bodies(ScalarInput.RELATIVISTIC).bodyInputs());
    }

    @Test
    void missingCoordinatesAreNamed() {
        assertEquals(
                "edgeCoordinate",
                assertThrows(NullPointerException.class, () -> edges(null, ScalarInput.LINEAR))
                        .getMessage());
        assertEquals(
                "bodyCoordinate",
                assertThrows(
                                NullPointerException.class,
                                () -> new InvariantFeatures(EdgeCoordinate.DISTANCE, LINEAR, ONE, null, LINEAR))
                        .getMessage());
    }
}
