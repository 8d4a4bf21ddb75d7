package org.hamgraph.hgn.kernel;

/**
 * The inner loops in plain Java: the specification of {@link Kernels}.
 *
 * @since 0.1
 */
public final class ScalarKernels implements Kernels {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void project(double[] v, double[] x, int from, int to, double[] w) {
        for (int a = 0; a < TILE; a += 2) {
            for (int c = 0; c < TILE; c += 4) {
                projectBlock(v, x, from, to, w, a, c);
            }
        }
    }

    /** Two columns of v and four of x at a time, so that the sums stay in registers. */
    private static void projectBlock(double[] v, double[] x, int from, int to, double[] w, int a, int c) {
        int first = a * TILE + c;
        int second = first + TILE;
        double w00 = w[first];
        double w01 = w[first + 1];
        double w02 = w[first + 2];
        double w03 = w[first + 3];
        double w10 = w[second];
        double w11 = w[second + 1];
        double w12 = w[second + 2];
        double w13 = w[second + 3];
        for (int i = from; i < to; i++) {
            int row = i * TILE;
            double v0 = v[row + a];
            double v1 = v[row + a + 1];
            double x0 = x[row + c];
            double x1 = x[row + c + 1];
            double x2 = x[row + c + 2];
            double x3 = x[row + c + 3];
            w00 = Math.fma(v0, x0, w00);
            w01 = Math.fma(v0, x1, w01);
            w02 = Math.fma(v0, x2, w02);
            w03 = Math.fma(v0, x3, w03);
            w10 = Math.fma(v1, x0, w10);
            w11 = Math.fma(v1, x1, w11);
            w12 = Math.fma(v1, x2, w12);
            w13 = Math.fma(v1, x3, w13);
        }
        w[first] = w00;
        w[first + 1] = w01;
        w[first + 2] = w02;
        w[first + 3] = w03;
        w[second] = w10;
        w[second + 1] = w11;
        w[second + 2] = w12;
        w[second + 3] = w13;
    }

    @Override
    public void subtract(double[] v, double[] x, int from, int to, double[] w) {
        for (int i = from; i < to; i++) {
            int row = i * TILE;
            for (int c = 0; c < TILE; c += 8) {
                subtractEight(v, x, row, w, c);
            }
        }
    }

    private static void subtractEight(double[] v, double[] x, int row, double[] w, int c) {
        int place = row + c;
        double x0 = x[place];
        double x1 = x[place + 1];
        double x2 = x[place + 2];
        double x3 = x[place + 3];
        double x4 = x[place + 4];
        double x5 = x[place + 5];
        double x6 = x[place + 6];
        double x7 = x[place + 7];
        for (int a = 0; a < TILE; a++) {
            double s = -v[row + a];
            int k = a * TILE + c;
            x0 = Math.fma(s, w[k], x0);
            x1 = Math.fma(s, w[k + 1], x1);
            x2 = Math.fma(s, w[k + 2], x2);
            x3 = Math.fma(s, w[k + 3], x3);
            x4 = Math.fma(s, w[k + 4], x4);
            x5 = Math.fma(s, w[k + 5], x5);
            x6 = Math.fma(s, w[k + 6], x6);
            x7 = Math.fma(s, w[k + 7], x7);
        }
        x[place] = x0;
        x[place + 1] = x1;
        x[place + 2] = x2;
        x[place + 3] = x3;
        x[place + 4] = x4;
        x[place + 5] = x5;
        x[place + 6] = x6;
        x[place + 7] = x7;
    }

    @Override
    public void sweep(double[] x, int rows, int j, double inverse, double[] w, double[] s) {
        for (int i = 0; i < rows; i++) {
            int row = i * TILE;
            double scaled = x[row + j] * inverse + 0.0;
            double next = Math.fma(-scaled, w[j + 1], x[row + j + 1]);
            x[row + j] = scaled;
            for (int c = 0; c < TILE; c++) {
                x[row + c] = Math.fma(-scaled, w[c], x[row + c]);
            }
            for (int c = 0; c < TILE; c++) {
                s[c] = Math.fma(next, x[row + c], s[c]);
            }
        }
    }

    @Override
    public double dot(double[] x, int xFrom, double[] y, int yFrom, int n) {
        double[] sum = new double[PARTIAL_SUMS];
        int full = n - n % PARTIAL_SUMS;
        for (int i = 0; i < full; i += PARTIAL_SUMS) {
            for (int k = 0; k < PARTIAL_SUMS; k++) {
                sum[k] = Math.fma(x[xFrom + i + k], y[yFrom + i + k], sum[k]);
            }
        }
        for (int i = full; i < n; i++) {
            sum[i - full] = Math.fma(x[xFrom + i], y[yFrom + i], sum[i - full]);
        }
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
            for (int k = 0; k < half; k++) {
                sum[k] += sum[k + half];
            }
        }
        return sum[0];
    }

    @Override
    public void dots(double[][] rows, int[] from, double[] x, int xFrom, int n, double[] out) {
        for (int k = 0; k < ROWS; k++) {
            out[k] = dot(rows[k], from[k], x, xFrom, n);
        }
    }

    @Override
    public void addRows(double[] t, double[][] rows, int[] from, double[] y, int yFrom, int n) {
        for (int k = 0; k < ROWS; k++) {
            add(t[k], rows[k], from[k], y, yFrom, n);
        }
    }

    @Override
    public void add(double a, double[] x, int xFrom, double[] y, int yFrom, int n) {
        for (int i = 0; i < n; i++) {
            y[yFrom + i] = Math.fma(a, x[xFrom + i], y[yFrom + i]);
        }
    }

    @Override
    public void addProducts(double[] x, int xFrom, double[] z, int zFrom, double[] y, int yFrom, int n) {
        for (int i = 0; i < n; i++) {
            y[yFrom + i] = Math.fma(x[xFrom + i], z[zFrom + i], y[yFrom + i]);
        }
    }

    @Override
    public void tanh(double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] = Exponential.tanh(u[i]);
        }
    }

    @Override
    public void sechSquared(double[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] = Exponential.sechSquared(u[i]);
        }
    }
}
