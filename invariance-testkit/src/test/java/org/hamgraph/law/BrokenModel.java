package org.hamgraph.law;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.integrate.Stepper;

/** Models with one mistake each, and the laws that mistake breaks: springs with something added or left out. */
enum BrokenModel implements EnergyModel {
    /** A field along the first axis: the place of a body counts. */
    ABSOLUTE_COORDINATES("translation rotation reflection momentum angularMomentum extensivity") {
        @Override
        Term term(CompiledGraph graph, Box box) {
            return (y, gradient) -> {
                double energy = 0;
                for (int k = 0; k < y.length / 2; k += box.dim()) {
                    energy += STRENGTH * Math.sin(y[k]);
                    gradient[k] += STRENGTH * Math.cos(y[k]);
                }
                return energy;
            };
        }
    },

    /** The energy of the springs is a mean over bodies instead of a sum. */
    MEAN_POOLING("extensivity zeroShotConsistency galileanBoost") {
        @Override
        Hamiltonian around(Hamiltonian springs, CompiledGraph graph, Box box) {
            return scaled(springs, 1.0 / graph.nodes(), 1.0 / graph.nodes());
        }
    },

    /** Bodies that follow one another along the first axis attract, springs or not; ties and overtaking make kinks. */
    SORTED_NODES("translation rotation reflection permutation angularMomentum extensivity locality zeroShotConsistency"
            + " gradient symplecticity energyOrder") {
        @Override
        Term term(CompiledGraph graph, Box box) {
            return (y, gradient) -> {
                int dim = box.dim();
                int[] order = IntStream.range(0, graph.nodes())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> y[i * dim]))
                        .mapToInt(Integer::intValue)
                        .toArray();
                double energy = 0;
                for (int k = 1; k < order.length; k++) {
                    double gap = y[order[k] * dim] - y[order[k - 1] * dim];
                    energy += 0.5 * STRENGTH * gap * gap;
                    gradient[order[k] * dim] += STRENGTH * gap;
                    gradient[order[k - 1] * dim] -= STRENGTH * gap;
                }
                return energy;
            };
        }
    },

    /** Positions are taken relative to body 0. */
    FRAME_FROM_THE_FIRST_NODE("permutation translation extensivity locality zeroShotConsistency") {
        @Override
        Term term(CompiledGraph graph, Box box) {
            return (y, gradient) -> {
                double energy = 0;
                int dim = box.dim();
                for (int k = dim; k < y.length / 2; k++) {
                    double arm = y[k] - y[k % dim];
                    energy += 0.5 * STRENGTH * arm * arm;
                    gradient[k] += STRENGTH * arm;
                    gradient[k % dim] -= STRENGTH * arm;
                }
                return energy;
            };
        }
    },

    /** Positions are taken relative to the centre. */
    FRAME_FROM_THE_CENTRE("translation extensivity locality zeroShotConsistency") {
        @Override
        Term term(CompiledGraph graph, Box box) {
            return (y, gradient) -> {
                double energy = 0;
                double[] centre = new double[box.dim()];
                for (int k = 0; k < y.length / 2; k++) {
                    centre[k % centre.length] += y[k] / graph.nodes();
                }
                for (int k = 0; k < y.length / 2; k++) {
                    double arm = y[k] - centre[k % centre.length];
                    energy += 0.5 * STRENGTH * arm * arm;
                    gradient[k] += STRENGTH * arm;
                }
                return energy;
            };
        }
    },

    /** A spring pulls its first end only. */
    MISSING_EDGE_DIRECTION("permutation gradient momentum angularMomentum symplecticity energyOrder") {
        @Override
        Term term(CompiledGraph graph, Box box) {
            return (y, gradient) -> {
                double energy = 0;
                for (int e = 0; e < graph.edges(); e++) {
                    for (int axis = 0; axis < box.dim(); axis++) {
                        int a = graph.first(e) * box.dim() + axis;
                        double d = box.nearest(y[a] - y[graph.second(e) * box.dim() + axis], axis);
                        energy += 0.5 * STRENGTH * d * d;
                        gradient[a] += STRENGTH * d;
                    }
                }
                return energy;
            };
        }
    },

    /** Forces of springs point the other way. */
    WRONG_SIGN("gradient energyOrder") {
        @Override
        Hamiltonian around(Hamiltonian springs, CompiledGraph graph, Box box) {
            return gradientScaled(springs, -1);
        }
    },

    /** Every spring is counted from both of its ends, in the energy alone. */
    SPRINGS_COUNTED_TWICE("gradient energyOrder") {
        @Override
        Hamiltonian around(Hamiltonian springs, CompiledGraph graph, Box box) {
            return gradientScaled(springs, 0.5);
        }
    },

    /** Springs shorter than a cutoff pull more, those that were so in the first state for ever. */
    STALE_NEIGHBOUR_LIST("repeatability") {
        @Override
        Term term(CompiledGraph graph, Box box) {
            int[][] near = new int[1][];
            return (y, gradient) -> {
                if (near[0] == null) {
                    near[0] = IntStream.range(0, graph.edges())
                            .filter(e -> box.distance(y, graph.first(e), graph.second(e)) < 1.1)
                            .toArray();
                }
                double energy = 0;
                for (int e : near[0]) {
                    for (int axis = 0; axis < box.dim(); axis++) {
                        int a = graph.first(e) * box.dim() + axis;
                        int b = graph.second(e) * box.dim() + axis;
                        double d = box.nearest(y[a] - y[b], axis);
                        energy += 0.5 * STRENGTH * d * d;
                        gradient[a] += STRENGTH * d;
                        gradient[b] -= STRENGTH * d;
                    }
                }
                return energy;
            };
        }
    },

    /** Steps go along the tangent. */
    NON_SYMPLECTIC_STEP("symplecticity") {
        @Override
        public Stepper start(Hamiltonian energy, double[] y, double dt) {
            return new Tangent(energy, y, dt);
        }

        @Override
        public int order() {
            return 1;
        }
    },

    /** Gradients pass through single precision; the implicit midpoint rule does not settle on them. */
    FLOAT_ROUNDING("rotation galileanBoost gradient momentum angularMomentum symplecticity energyOrder") {
        @Override
        Hamiltonian around(Hamiltonian springs, CompiledGraph graph, Box box) {
            return new Wrapped(springs.layout()) {
                @Override
                public double energy(double[] y) {
                    return springs.energy(y);
                }

                @Override
                public void gradient(double[] y, double[] gradientOut) {
                    springs.gradient(y, gradientOut);
                    for (int k = 0; k < y.length; k++) {
                        gradientOut[k] = (float) gradientOut[k];
                    }
                }
            };
        }
    },

    /** All bodies weigh the same. */
    WRONG_MASS("galileanBoost") {
        @Override
        Term term(CompiledGraph graph, Box box) {
            return (y, gradient) -> {
                double energy = 0;
                for (int k = y.length / 2; k < y.length; k++) {
                    double wrong = 1 - 1 / graph.mass((k - y.length / 2) / box.dim());
                    energy += 0.5 * wrong * y[k] * y[k];
                    gradient[k] += wrong * y[k];
                }
                return energy;
            };
        }
    },

    /** Springs feel how fast they get longer. */
    VELOCITY_ALONG_SPRINGS("timeReversal") {
        @Override
        Term term(CompiledGraph graph, Box box) {
            return (y, gradient) -> {
                double energy = 0;
                for (int e = 0; e < graph.edges(); e++) {
                    for (int axis = 0; axis < box.dim(); axis++) {
                        int a = graph.first(e) * box.dim() + axis;
                        int b = graph.second(e) * box.dim() + axis;
                        double d = box.nearest(y[a] - y[b], axis);
                        double ma = graph.mass(graph.first(e));
                        double mb = graph.mass(graph.second(e));
                        double v = y[y.length / 2 + a] / ma - y[y.length / 2 + b] / mb;
                        energy += STRENGTH * d * v;
                        gradient[a] += STRENGTH * v;
                        gradient[b] -= STRENGTH * v;
                        gradient[y.length / 2 + a] += STRENGTH * d / ma;
                        gradient[y.length / 2 + b] -= STRENGTH * d / mb;
                    }
                }
                return energy;
            };
        }
    },

    /** A periodic box is taken for open space. */
    NO_NEAREST_IMAGE("translation") {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return SpringHamiltonian.of(graph, Box.open(box.dim()));
        }
    };

    private static final double STRENGTH = 0.3;

    private final Set<String> broken;

    BrokenModel(String broken) {
        this.broken = Set.of(broken.split(" "));
    }

    /** Returns the names of the laws it breaks. */
    Set<String> broken() {
        return broken;
    }

    /** Something added to an energy: returns its value and adds its gradient. */
    interface Term {
        double add(double[] y, double[] gradient);
    }

    Term term(CompiledGraph graph, Box box) {
        return (y, gradient) -> 0;
    }

    Hamiltonian around(Hamiltonian springs, CompiledGraph graph, Box box) {
        return springs;
    }

    @Override
    public Hamiltonian on(CompiledGraph graph, Box box) {
        Hamiltonian springs = around(SpringHamiltonian.of(graph, box), graph, box);
        Term term = term(graph, box);
        return new Wrapped(springs.layout()) {
            @Override
            public double energy(double[] y) {
                return springs.energy(y) + term.add(y, new double[y.length]);
            }

            @Override
            public void gradient(double[] y, double[] gradientOut) {
                springs.gradient(y, gradientOut);
                term.add(y, gradientOut);
            }
        };
    }

    private abstract static class Wrapped implements Hamiltonian {
        private final PhaseLayout layout;

        Wrapped(PhaseLayout layout) {
            this.layout = layout;
        }

        @Override
        public PhaseLayout layout() {
            return layout;
        }
    }

    private static Hamiltonian scaled(Hamiltonian springs, double ofEnergy, double ofGradient) {
        return new Wrapped(springs.layout()) {
            @Override
            public double energy(double[] y) {
                return ofEnergy * springs.energy(y);
            }

            @Override
            public void gradient(double[] y, double[] gradientOut) {
                springs.gradient(y, gradientOut);
                for (int k = 0; k < y.length; k++) {
                    gradientOut[k] *= ofGradient;
                }
            }
        };
    }

    /** Scales dV/dq alone. */
    private static Hamiltonian gradientScaled(Hamiltonian springs, double factor) {
        return new Wrapped(springs.layout()) {
            @Override
            public double energy(double[] y) {
                return springs.energy(y);
            }

            @Override
            public void gradient(double[] y, double[] gradientOut) {
                springs.gradient(y, gradientOut);
                for (int k = 0; k < y.length / 2; k++) {
                    gradientOut[k] *= factor;
                }
            }
        };
    }

    /** y += dt f(y). */
    private static final class Tangent extends Stepper {
        private final Hamiltonian hamiltonian;

        Tangent(Hamiltonian hamiltonian, double[] y, double dt) {
            super(hamiltonian, y, dt);
            this.hamiltonian = hamiltonian;
        }

        @Override
        protected void step() {
            double[] derivative = new double[y.length];
            hamiltonian.vectorField(y, derivative);
            for (int k = 0; k < y.length; k++) {
                y[k] += dt * derivative[k];
            }
        }
    }
}
