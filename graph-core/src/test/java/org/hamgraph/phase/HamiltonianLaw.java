package org.hamgraph.phase;

import java.util.random.RandomGenerator;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;

/** What must be true of every energy of a mass-spring system, each as a number that is 0 to 1 where the law holds. */
enum HamiltonianLaw {
    /** The gradient is that of the energy: central differences, relative to max(1, |H|). */
    GRADIENT(false) {
        @Override
        double excess(Family family, SampleSystem system) {
            Hamiltonian h = family.on(system.graph(), system.box());
            double[] y = system.y().clone();
            double[] gradient = gradient(h, y);
            double worst = 0;
            for (int k = 0; k < y.length; k++) {
                double exact = y[k];
                y[k] = exact + STEP;
                double above = h.energy(y);
                y[k] = exact - STEP;
                double below = h.energy(y);
                y[k] = exact;
                worst = Math.max(worst, Math.abs((above - below) / (2 * STEP) - gradient[k]));
            }
            return worst / (DIFFERENCE * Math.max(1, Math.abs(h.energy(y))));
        }
    },

    /** Total momentum does not change: forces add up to zero. */
    MOMENTUM(false) {
        @Override
        double excess(Family family, SampleSystem system) {
            double[] motion = motion(family, system);
            PhaseLayout layout = system.layout();
            double worst = 0;
            for (int axis = 0; axis < layout.dim(); axis++) {
                double sum = 0;
                for (int k = layout.half() + axis; k < layout.size(); k += layout.dim()) {
                    sum += motion[k];
                }
                worst = Math.max(worst, Math.abs(sum));
            }
            return worst / (ROUNDING * layout.nodes() * Math.max(1, largest(motion)));
        }
    },

    /** Total angular momentum q x p does not change in open space. */
    ANGULAR_MOMENTUM(true) {
        @Override
        double excess(Family family, SampleSystem system) {
            double[] motion = motion(family, system);
            double[] y = system.y();
            PhaseLayout layout = system.layout();
            int half = layout.half();
            double worst = 0;
            for (int a = 0; a < layout.dim(); a++) {
                for (int b = a + 1; b < layout.dim(); b++) {
                    double sum = 0;
                    for (int i = 0; i < half; i += layout.dim()) {
                        sum += motion[i + a] * y[half + i + b] - motion[i + b] * y[half + i + a];
                        sum += y[i + a] * motion[half + i + b] - y[i + b] * motion[half + i + a];
                    }
                    worst = Math.max(worst, Math.abs(sum));
                }
            }
            return worst / (ROUNDING * layout.nodes() * SampleSystem.SIZE * Math.max(1, largest(motion)));
        }
    },

    /** Renumbering the bodies renumbers the gradient. */
    PERMUTATION(false) {
        @Override
        double excess(Family family, SampleSystem system) {
            int dim = system.box().dim();
            NodePermutation p = NodePermutation.random(system.graph().nodes(), system.random("permutation"));
            Hamiltonian h = family.on(system.graph(), system.box());
            Hamiltonian moved = family.on(p.apply(system.graph()), system.box());
            double[] y = system.y();
            return deviation(h.energy(y), p.apply(gradient(h, y), dim), moved, p.apply(y, dim));
        }
    },

    /** Shifting all bodies changes nothing. */
    TRANSLATION(false) {
        @Override
        double excess(Family family, SampleSystem system) {
            double[] offset = system.random("offset")
                    .doubles(system.box().dim(), -SampleSystem.SIZE, SampleSystem.SIZE)
                    .toArray();
            return under(RigidMotion.translation(offset), family, system);
        }
    },

    /** Turning the system turns the gradient. */
    ROTATION(true) {
        @Override
        double excess(Family family, SampleSystem system) {
            return under(RigidMotion.randomRotation(system.box().dim(), system.random("rotation")), family, system);
        }
    },

    /** The image in a mirror has the gradient's image. */
    REFLECTION(false) {
        @Override
        double excess(Family family, SampleSystem system) {
            return under(RigidMotion.reflection(system.box().dim()), family, system);
        }
    },

    /** Reversed momenta give the same energy and forces and the reversed velocities, exactly. */
    TIME_REVERSAL(false) {
        @Override
        double excess(Family family, SampleSystem system) {
            Hamiltonian h = family.on(system.graph(), system.box());
            double[] reversed = system.y().clone();
            double[] expected = gradient(h, system.y());
            for (int k = system.layout().half(); k < reversed.length; k++) {
                reversed[k] = -reversed[k];
                expected[k] = -expected[k];
            }
            boolean exact = h.energy(system.y()) == h.energy(reversed);
            double[] gradient = gradient(h, reversed);
            for (int k = 0; k < gradient.length; k++) {
                exact &= gradient[k] == expected[k];
            }
            return exact ? 0 : Double.POSITIVE_INFINITY;
        }
    },

    /** Two copies that are not joined have twice the energy and the same gradient each. */
    EXTENSIVITY(false) {
        @Override
        double excess(Family family, SampleSystem system) {
            PhaseLayout layout = system.layout();
            Hamiltonian h = family.on(system.graph(), system.box());
            Hamiltonian both = family.on(twice(system.graph()), system.box());
            double[] y = doubled(system.y(), layout.half());
            double[] gradient = doubled(gradient(h, system.y()), layout.half());
            return deviation(2 * h.energy(system.y()), gradient, both, y);
        }
    },

    /** A body shifted by whole periods is the same body. */
    NEAREST_IMAGE(false) {
        @Override
        double excess(Family family, SampleSystem system) {
            Box box = system.box();
            RandomGenerator random = system.random("periods");
            double[] shifted = system.y().clone();
            for (int k = 0; k < system.layout().half(); k++) {
                shifted[k] += random.nextInt(-3, 4) * box.period(k % box.dim());
            }
            Hamiltonian h = family.on(system.graph(), box);
            return deviation(h.energy(system.y()), gradient(h, system.y()), h, shifted);
        }
    };

    /** Makes the energy of any system. */
    @FunctionalInterface
    interface Family {
        Hamiltonian on(CompiledGraph graph, Box box);
    }

    /** Best step of a central difference: rounding ulp(1) |H| / step and truncation step² |V'''| / 6 balance. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /**
     * Truncation is 4e-11 / 6 times third derivatives of at most 4 * 3 k l / r² = 250, rounding 4e-11 times the energy
     * and its terms.
     */
    private static final double DIFFERENCE = 1e-8;

    /** Some hundred roundings of a number of order 1. */
    private static final double ROUNDING = 1e-13;

    private final boolean inOpenSpaceOnly;

    HamiltonianLaw(boolean inOpenSpaceOnly) {
        this.inOpenSpaceOnly = inOpenSpaceOnly;
    }

    /** Returns the deviation from the law over what rounding or truncation explains. */
    abstract double excess(Family family, SampleSystem system);

    boolean inOpenSpaceOnly() {
        return inOpenSpaceOnly;
    }

    private static double[] gradient(Hamiltonian h, double[] y) {
        double[] gradient = new double[y.length];
        h.gradient(y, gradient);
        return gradient;
    }

    private static double[] motion(Family family, SampleSystem system) {
        double[] motion = new double[system.y().length];
        family.on(system.graph(), system.box()).vectorField(system.y(), motion);
        return motion;
    }

    private static double under(RigidMotion motion, Family family, SampleSystem system) {
        Hamiltonian h = family.on(system.graph(), system.box());
        return deviation(h.energy(system.y()), motion.turn(gradient(h, system.y())), h, motion.apply(system.y()));
    }

    /**
     * Energies may differ by ROUNDING per body, gradients by what coordinates of a few SIZE, rounded, do to stiff
     * springs.
     */
    private static double deviation(double energy, double[] gradient, Hamiltonian h, double[] y) {
        double[] found = gradient(h, y);
        double worst = 0;
        for (int k = 0; k < found.length; k++) {
            worst = Math.max(worst, Math.abs(found[k] - gradient[k]));
        }
        double tolerance = ROUNDING * h.layout().nodes() * Math.max(1, Math.abs(energy));
        return Math.max(
                Math.abs(h.energy(y) - energy) / tolerance,
                worst / (ROUNDING * SampleSystem.SIZE * SampleSystem.STIFFNESS));
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static CompiledGraph twice(CompiledGraph graph) {
        int n = graph.nodes();
        CompiledGraph.Builder builder = CompiledGraph.builder(2 * n);
        for (int copy = 0; copy < 2; copy++) {
            for (int i = 0; i < n; i++) {
                builder.body(copy * n + i, graph.mass(i), graph.bodySpecies(i));
            }
            for (int e = 0; e < graph.edges(); e++) {
                builder.spring(
                        copy * n + graph.first(e),
                        copy * n + graph.second(e),
                        graph.stiffness(e),
                        graph.restLength(e),
                        graph.springSpecies(e));
            }
        }
        return builder.build();
    }

    private static double[] doubled(double[] y, int half) {
        double[] both = new double[2 * y.length];
        for (int k = 0; k < half; k++) {
            both[k] = y[k];
            both[half + k] = y[k];
            both[2 * half + k] = y[half + k];
            both[3 * half + k] = y[half + k];
        }
        return both;
    }
}
