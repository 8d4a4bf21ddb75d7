package org.hamgraph.hgn.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseholderTilesTest {
    private static TriangularFactor factor(Rows rows, int threads) {
        RowAccumulator accumulator = new RowAccumulator(rows.columns(), threads);
        accumulator.add(rows.a(), rows.y(), rows.count());
        return accumulator.factor();
    }

    /** R of EJML with a positive diagonal. */
    private static DMatrixRMaj reference(Rows rows) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(rows.count(), rows.columns());
        assertTrue(qr.decompose(new DMatrixRMaj(rows.count(), rows.columns(), true, rows.a())));
        DMatrixRMaj r = qr.getR(null, true);
        for (int i = 0; i < rows.columns(); i++) {
            double sign = r.get(i, i) < 0 ? -1 : 1;
            for (int j = i; j < rows.columns(); j++) {
                r.set(i, j, sign * r.get(i, j));
            }
        }
        return r;
    }

    private static double difference(TriangularFactor factor, DMatrixRMaj reference) {
        double worst = 0;
        for (int i = 0; i < factor.columns(); i++) {
            for (int j = i; j < factor.columns(); j++) {
                worst = Math.max(worst, Math.abs(factor.r(i, j) - reference.get(i, j)));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({
        "1,1", "1,1500", "2,3", "22,40", "23,23", "24,24", "24,600", "25,511", "25,512", "25,513", "47,1024", "48,1025",
        "71,1300", "120,130"
    })
    void theFactorIsThatOfEjml(int columns, int count) {
        Rows rows = Rows.random(count, columns, columns + 1000L * count);
        DMatrixRMaj reference = reference(rows);
        // Backward error of Householder QR: a few units of rounding times the norm, here the condition is small.
        double tolerance = 1e-13 * Math.sqrt(count) * columns;
        assertTrue(difference(factor(rows, 1), reference) < tolerance, columns + " x " + count);
        reference.set(0, 0, reference.get(0, 0) + 10 * tolerance);
        assertTrue(difference(factor(rows, 1), reference) > tolerance, "a wrong factor must be seen");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 250})
    void threadsDoNotChangeABit(int columns) {
        Rows rows = Rows.random(1300, columns, 4);
        TriangularFactor one = factor(rows, 1);
        for (int threads = 2; threads <= 4; threads++) {
            for (int repeat = 0; repeat < 3; repeat++) {
                TriangularFactor several = factor(rows, threads);
                for (int i = 0; i < columns; i++) {
                    assertEquals(one.z(i), several.z(i), threads + " threads, z " + i);
                    for (int j = i; j < columns; j++) {
                        assertEquals(one.r(i, j), several.r(i, j), threads + " threads, R " + i + " " + j);
                    }
                }
                assertEquals(one.rho2(), several.rho2());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-200, 1e-290, 1e100})
    void columnsOfAnySizeKeepTheirDigits(double scale) {
        Rows rows = Rows.random(700, 30, 9);
        Rows scaled = rows;
        for (int j = 0; j < 30; j++) {
            scaled = scaled.scaled(j, scale);
        }
        TriangularFactor plain = factor(rows, 1);
        TriangularFactor small = factor(scaled, 1);
        for (int i = 0; i < 30; i++) {
            for (int j = i; j < 30; j++) {
                assertEquals(plain.r(i, j), small.r(i, j) / scale, 1e-12 * 30, i + " " + j);
            }
        }
    }

    @Test
    void foldingManyBlocksLosesNothing() {
        Rows rows = Rows.random(5000, 26, 3);
        RandomGenerator random = RandomStreams.of(1, "blocks", 0);
        RowAccumulator pieces = new RowAccumulator(26, 2);
        for (int from = 0; from < 5000; ) {
            int count = Math.min(5000 - from, 1 + random.nextInt(700));
            pieces.add(
                    Arrays.copyOfRange(rows.a(), from * 26, (from + count) * 26),
                    Arrays.copyOfRange(rows.y(), from, from + count),
                    count);
            from += count;
        }
        assertTrue(difference(pieces.factor(), reference(rows)) < 1e-11);
        assertEquals(5000, pieces.factor().rows());
    }
}
