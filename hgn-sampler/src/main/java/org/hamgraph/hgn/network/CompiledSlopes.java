package org.hamgraph.hgn.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.sweep.PairClasses;
import org.hamgraph.sweep.PiecewisePolynomial;

/**
 * The pull of every kind of spring as one polynomial of its length: the functions of all channels added up, and the
 * coordinate put in.
 *
 * @since 0.1
 */
public final class CompiledSlopes implements PairClasses.Slopes {
    private final EdgeCoordinate coordinate;
    private final List<EdgeChannel> channels;
    private final List<List<LearnedFunction>> functions;
    private final Map<Sum, Optional<PiecewisePolynomial>> sums = new HashMap<>();
    private final Map<Spring, PiecewisePolynomial> springs = new HashMap<>();
    private double relativeError;

    private record Sum(int species, double stiffness) {}

    private record Spring(Sum sum, double restLength) {}

    /**
     * Compiles nothing yet.
     *
     * @param features coordinate and channels
     * @param functions function of every species of edge and channel
     */
    public CompiledSlopes(InvariantFeatures features, List<List<LearnedFunction>> functions) {
        this.coordinate = features.edgeCoordinate();
        this.channels = features.edgeChannels();
        this.functions = functions;
    }

    @Override
    public synchronized PiecewisePolynomial slope(int species, double stiffness, double restLength) {
        boolean stiffnessMatters = channels.contains(EdgeChannel.STIFFNESS);
        boolean restLengthMatters = coordinate != EdgeCoordinate.DISTANCE;
        Sum sum = new Sum(species, stiffnessMatters ? stiffness : 1);
        PiecewisePolynomial slope = sums.computeIfAbsent(sum, this::compile).orElse(null);
        if (slope == null || !restLengthMatters) {
            return slope;
        }
        return springs.computeIfAbsent(new Spring(sum, restLength), spring -> {
            // Both coordinates are linear in r: x = factor r + x(0).
            double factor = coordinate.slope(restLength);
            return slope.of(factor, coordinate.of(0, restLength), factor);
        });
    }

    private Optional<PiecewisePolynomial> compile(Sum sum) {
        List<LearnedFunction> parts = functions.get(sum.species);
        LearnedFunction first = parts.get(0);
        double scale = channels.get(0).factor(sum.stiffness);
        if (parts.size() == 1 && scale == 1) {
            return table(first);
        }
        LearnedFunction all = first.plus(scale - 1, first);
        for (int c = 1; c < parts.size(); c++) {
            all = all.plus(channels.get(c).factor(sum.stiffness), parts.get(c));
        }
        return table(all);
    }

    private Optional<PiecewisePolynomial> table(LearnedFunction function) {
        Optional<TabulatedFunction> table = TabulatedFunction.of(function);
        table.ifPresent(found -> relativeError = Math.max(relativeError, found.relativeError()));
        return table.map(TabulatedFunction::slope);
    }

    /** Returns the largest difference from the network that was found so far, relative to the largest pull. */
    synchronized double relativeError() {
        return relativeError;
    }
}
