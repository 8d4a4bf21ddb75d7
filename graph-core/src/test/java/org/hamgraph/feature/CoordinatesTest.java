package org.hamgraph.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoordinatesTest {
    @Test
    void anEdgeIsSeenByItsLengthItsExtensionOrItsStretch() {
        assertEquals(3, EdgeCoordinate.DISTANCE.of(3, 4));
        assertEquals(-1, EdgeCoordinate.EXTENSION.of(3, 4));
        assertEquals(0.75, EdgeCoordinate.STRETCH.of(3, 4));
    }

    @Test
    void aBodyIsSeenByItsSquaredMomentumOrByThatOverItsMass() {
        assertEquals(6, BodyCoordinate.SQUARED_MOMENTUM.of(6, 4));
        assertEquals(1.5, BodyCoordinate.SQUARED_MOMENTUM_PER_MASS.of(6, 4));
    }

    /** Coordinates are linear, so at powers of two a difference over any step is the slope without rounding. */
    @ParameterizedTest
    @EnumSource
    void theSlopeOfAnEdgeIsThatOfItsCoordinate(EdgeCoordinate coordinate) {
        for (double restLength : new double[] {0.25, 1, 4}) {
            double difference = coordinate.of(8, restLength) - coordinate.of(4, restLength);
            assertEquals(difference / 4, coordinate.slope(restLength), 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSlopeOfABodyIsThatOfItsCoordinate(BodyCoordinate coordinate) {
        for (double mass : new double[] {0.25, 1, 4}) {
            double difference = coordinate.of(8, mass) - coordinate.of(4, mass);
            assertEquals(difference / 4, coordinate.slope(mass), 0);
        }
    }

    @Test
    void aChannelIsOneOrTheStiffness() {
        assertEquals(1, EdgeChannel.ONE.factor(7));
        assertEquals(7, EdgeChannel.STIFFNESS.factor(7));
    }

    /** Model files and command lines hold these names. */
    @Test
    void namesInFilesStay() {
        assertEquals(
                List.of("distance", "extension", "stretch"),
                Arrays.stream(EdgeCoordinate.values())
                        .map(EdgeCoordinate::label)
                        .toList());
        assertEquals(
                List.of("squared-momentum", "squared-momentum-per-mass"),
                Arrays.stream(BodyCoordinate.values())
                        .map(BodyCoordinate::label)
                        .toList());
        assertEquals(
                List.of("one", "stiffness"),
                Arrays.stream(EdgeChannel.values()).map(EdgeChannel::label).toList());
    }
}
