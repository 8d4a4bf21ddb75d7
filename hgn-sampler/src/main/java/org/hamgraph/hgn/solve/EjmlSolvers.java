package org.hamgraph.hgn.solve;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The dense factorisations, by EJML. EJML accepts NaN and rank loss without a word, so thresholds are passed and ranks are counted here.
 */
final class EjmlSolvers {
    private EjmlSolvers() {}

    /** The basic solution of an equilibrated problem and its rank. */
    record BasicSolution(double[] coefficients, int rank) {}

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
            throw new ArithmeticException("the singular value decomposition of a " + n + " x " + n + " factor must converge");
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

    static BasicSolution pivotedQr(TriangularFactor factor, double[] scale, double threshold) {
        int n = factor.columns();
        QRColPivDecompositionHouseholderColumn_DDRM qr = new QRColPivDecompositionHouseholderColumn_DDRM();
        if (!qr.decompose(scaled(factor, scale))) {
            throw new ArithmeticException("the QR decomposition of a " + n + " x " + n + " factor must succeed");
        }
        DMatrixRMaj q = qr.getQ(null, false);
        DMatrixRMaj r = qr.getR(null, false);
        int rank = 0;
        while (rank < n && Math.abs(r.get(rank, rank)) > threshold * Math.abs(r.get(0, 0))) {
            rank++;
        }
        double[] solution = new double[rank];
        for (int i = rank - 1; i >= 0; i--) {
            double rest = 0;
            for (int row = 0; row < n; row++) {
                rest += q.get(row, i) * factor.z(row);
            }
            for (int j = i + 1; j < rank; j++) {
                rest -= r.get(i, j) * solution[j];
            }
            solution[i] = rest / r.get(i, i);
        }
        double[] coefficients = new double[n];
        for (int i = 0; i < rank; i++) {
            coefficients[qr.getColPivots()[i]] = solution[i];
        }
        return new BasicSolution(coefficients, rank);
    }
}
