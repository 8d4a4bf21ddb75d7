package org.hamgraph.hgn.solve;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The singular value decomposition, by EJML. EJML accepts NaN and rank loss without a word: factors are finite before
 * they come here, and ranks are counted from the values.
 */
final class EjmlSolvers {
    private EjmlSolvers() {}

    private static DMatrixRMaj scaled(TriangularFactor factor, double[] scale) {
        int n = factor.columns();
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                matrix.set(i, j, scale[j] > 0 ? factor.r(i, j) / scale[j] : 0);
            }
        }
        return matrix;
    }

    static SingularValues singularValues(TriangularFactor factor, double[] scale) {
        int n = factor.columns();
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(n, n, true, true, true);
        if (!svd.decompose(scaled(factor, scale))) {
            throw new ArithmeticException(
                    "the singular value decomposition of a " + n + " x " + n + " factor must converge");
        }
        double[] value = svd.getSingularValues();
        DMatrixRMaj u = svd.getU(null, true);
        DMatrixRMaj v = svd.getV(null, false);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(value[b], value[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = new double[n];
        double[] projection = new double[n];
        double[] vectors = new double[n * n];
        for (int i = 0; i < n; i++) {
            int from = order[i];
            sorted[i] = value[from];
            for (int row = 0; row < n; row++) {
                projection[i] += u.get(from, row) * factor.z(row);
                vectors[row * n + i] = v.get(row, from);
            }
        }
        return new SingularValues(sorted, projection, vectors);
    }
}
