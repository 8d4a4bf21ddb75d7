package org.hamgraph.hgn.sample;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hamgraph.support.Checks;

/**
 * Builds units from pairs of data points: tanh goes from −g·ln(3)/2 at one point to +g·ln(3)/2 at the other.
 *
 * <pre>{@code
 * w = 2 g s (x2 - x1) / |x2 - x1|^2      b = -w . x1 - g s      s = ln(3) / 2
 * }</pre>
 *
 * Pairs are distinct and at least the least distance apart where the data allow it. Weighted choice without
 * replacement follows P. Efraimidis and P. Spirakis, Inf. Proc. Lett. 97 (2006).
 */
final class PairSampler {
    private static final double HALF_LOG_3 = Math.log(3) / 2;
    static final double LEAST_DISTANCE = 0.1;

    /** Closer points count as one. */
    private static final double CLOSEST = 1e-10;

    private static final int CANDIDATES_PER_UNIT = 8;
    private static final int ATTEMPTS_PER_PAIR = 50;

    private final LayerInputs inputs;
    private final double leastDistance;
    private final RandomGenerator random;

    PairSampler(LayerInputs inputs, double leastDistance, RandomGenerator random) {
        this.inputs = inputs;
        this.leastDistance = Math.max(CLOSEST, leastDistance);
        this.random = random;
    }

    private record Pair(int from, int to) {}

    DenseLayer sample(int width, double gain, boolean bySlope) {
        Checks.atLeast(width, 1, "width");
        if (bySlope && !inputs.hasSlopes()) {
            throw new IllegalArgumentException("slopes must be given for every input row, found none");
        }
        List<Pair> pairs = bySlope ? heaviest(candidates(CANDIDATES_PER_UNIT * width), width) : candidates(width);
        int d = inputs.dim();
        double[] weight = new double[width * d];
        double[] bias = new double[width];
        for (int a = 0; a < width; a++) {
            // Fewer distinct pairs than units can only be met on tiny data: start again from the first pair.
            unit(pairs.get(a % pairs.size()), gain, a, weight, bias);
        }
        return DenseLayer.copyOf(d, weight, bias);
    }

    private void unit(Pair pair, double gain, int a, double[] weight, double[] bias) {
        int d = inputs.dim();
        double distance = inputs.distance(pair.from, pair.to);
        double factor = 2 * gain * HALF_LOG_3 / (distance * distance);
        double atStart = 0;
        for (int c = 0; c < d; c++) {
            double w = factor * (inputs.z(pair.to, c) - inputs.z(pair.from, c));
            weight[a * d + c] = w;
            atStart += w * inputs.z(pair.from, c);
        }
        bias[a] = -atStart - gain * HALF_LOG_3;
    }

    /**
     * Draws up to {@code count} distinct ordered pairs; closer ones than the least distance only if there are no
     * others.
     */
    private List<Pair> candidates(int count) {
        for (double least = leastDistance; least > 1e-12; least /= 10) {
            List<Pair> found = draw(count, least);
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new IllegalArgumentException(
                "training inputs must not all be equal, found " + inputs.rows() + " equal rows");
    }

    private List<Pair> draw(int count, double least) {
        Set<Pair> found = new LinkedHashSet<>();
        int rows = inputs.rows();
        for (int attempt = 0; attempt < ATTEMPTS_PER_PAIR * count && found.size() < count; attempt++) {
            Pair pair = new Pair(random.nextInt(rows), random.nextInt(rows));
            if (inputs.distance(pair.from, pair.to) >= least) {
                found.add(pair);
            }
        }
        return List.copyOf(found);
    }

    private List<Pair> heaviest(List<Pair> pairs, int count) {
        double[] key = new double[pairs.size()];
        double total = 0;
        for (int k = 0; k < key.length; k++) {
            total += weight(pairs.get(k));
        }
        for (int k = 0; k < key.length; k++) {
            double weight = total > 0 ? weight(pairs.get(k)) : 1;
            double draw = Math.log(random.nextDouble(Double.MIN_NORMAL, 1));
            key[k] = weight > 0 ? draw / weight : Double.NEGATIVE_INFINITY;
        }
        return IntStream.range(0, key.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -key[k]).thenComparing(k -> k))
                .limit(count)
                .map(pairs::get)
                .toList();
    }

    private double weight(Pair pair) {
        return Math.abs(inputs.slope(pair.to) - inputs.slope(pair.from)) / inputs.distance(pair.from, pair.to);
    }
}
