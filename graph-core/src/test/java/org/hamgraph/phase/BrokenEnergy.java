package org.hamgraph.phase;

import static org.hamgraph.phase.HamiltonianLaw.ANGULAR_MOMENTUM;
import static org.hamgraph.phase.HamiltonianLaw.EXTENSIVITY;
import static org.hamgraph.phase.HamiltonianLaw.GRADIENT;
import static org.hamgraph.phase.HamiltonianLaw.MOMENTUM;
import static org.hamgraph.phase.HamiltonianLaw.NEAREST_IMAGE;
import static org.hamgraph.phase.HamiltonianLaw.PERMUTATION;
import static org.hamgraph.phase.HamiltonianLaw.REFLECTION;
import static org.hamgraph.phase.HamiltonianLaw.ROTATION;
import static org.hamgraph.phase.HamiltonianLaw.TIME_REVERSAL;
import static org.hamgraph.phase.HamiltonianLaw.TRANSLATION;

import java.util.EnumSet;
import java.util.Set;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

/** Energies as one might get them wrong, each with exactly the laws it breaks in three dimensions. */
enum BrokenEnergy implements HamiltonianLaw.Family {
    /** Sees where a body is: 0.1 x² for every body. */
    ABSOLUTE_COORDINATES(TRANSLATION, ROTATION, MOMENTUM, ANGULAR_MOMENTUM, NEAREST_IMAGE) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return new ExtraTerm(graph, box) {
                @Override
                double extra(double[] y, double[] gradient) {
                    double sum = 0;
                    for (int k = 0; k < layout().half(); k += layout().dim()) {
                        sum += 0.1 * y[k] * y[k];
                        gradient[k] += 0.2 * y[k];
                    }
                    return sum;
                }
            };
        }
    },

    /** Sees a direction: 0.1 dx² for every spring. */
    ONE_AXIS_DIFFERENT(ROTATION, ANGULAR_MOMENTUM) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return new ExtraTerm(graph, box) {
                @Override
                double extra(double[] y, double[] gradient) {
                    double sum = 0;
                    for (int e = 0; e < graph.edges(); e++) {
                        int i = graph.first(e) * layout().dim();
                        int j = graph.second(e) * layout().dim();
                        double d = box.nearest(y[j] - y[i], 0);
                        sum += 0.1 * d * d;
                        gradient[i] -= 0.2 * d;
                        gradient[j] += 0.2 * d;
                    }
                    return sum;
                }
            };
        }
    },

    /** Adds the force with one sign to both ends. */
    WRONG_SIGN_AT_ONE_END(GRADIENT, MOMENTUM, ANGULAR_MOMENTUM, PERMUTATION) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return new HarmonicSprings(graph, box) {
                @Override
                public void force(double[] y, double[] forceOut, int offset) {
                    super.force(y, forceOut, offset);
                    int dim = box.dim();
                    for (int e = 0; e < graph.edges(); e++) {
                        double r = box.distance(y, graph.first(e), graph.second(e));
                        for (int axis = 0; axis < dim; axis++) {
                            int j = graph.second(e) * dim + axis;
                            double d = box.nearest(y[j] - y[graph.first(e) * dim + axis], axis);
                            forceOut[offset + j] += 2 * pairSlope(e, r) * d / r;
                        }
                    }
                }
            };
        }
    },

    /** Velocity p T'(|p|²) without the 2 of the inner derivative. */
    MISSING_FACTOR_TWO(GRADIENT) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return new HarmonicSprings(graph, box) {
                @Override
                protected double bodySlope(int body, double s) {
                    return super.bodySlope(body, s) / 2;
                }
            };
        }
    },

    /** A slope that is off by a millionth. */
    SLOPE_NEARLY_RIGHT(GRADIENT) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return new HarmonicSprings(graph, box) {
                @Override
                protected double pairSlope(int edge, double r) {
                    return super.pairSlope(edge, r) * (1 + 1e-6);
                }
            };
        }
    },

    /** Springs stiffer by a percent for every number their first body is higher. */
    INDEX_DEPENDENT(PERMUTATION, EXTENSIVITY) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return scaled(graph, box, edge -> 1 + 0.01 * graph.first(edge));
        }
    },

    /** A mean over bodies where a sum is due. */
    MEAN_NOT_SUM(EXTENSIVITY) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return scaled(graph, box, edge -> 1.0 / graph.nodes());
        }
    },

    /** Distances straight through a periodic box. */
    BOUNDARY_FORGOTTEN(NEAREST_IMAGE) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return new HarmonicSprings(graph, Box.open(box.dim()));
        }
    },

    /** 0.1 times the rate at which squared lengths grow: (q_j - q_i) . (p_j - p_i) for every spring. */
    SEES_THE_ARROW_OF_TIME(TIME_REVERSAL) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return new ExtraTerm(graph, box) {
                @Override
                double extra(double[] y, double[] gradient) {
                    double sum = 0;
                    int half = layout().half();
                    for (int e = 0; e < graph.edges(); e++) {
                        for (int axis = 0; axis < box.dim(); axis++) {
                            int i = graph.first(e) * box.dim() + axis;
                            int j = graph.second(e) * box.dim() + axis;
                            double d = box.nearest(y[j] - y[i], axis);
                            double v = y[half + j] - y[half + i];
                            sum += 0.1 * d * v;
                            gradient[i] -= 0.1 * v;
                            gradient[j] += 0.1 * v;
                            gradient[half + i] -= 0.1 * d;
                            gradient[half + j] += 0.1 * d;
                        }
                    }
                    return sum;
                }
            };
        }
    },

    /** Tells left from right: 0.1 times (q_j - q_i) . (p_i x p_j) for every spring, in three dimensions. */
    LEFT_HANDED(REFLECTION) {
        @Override
        public Hamiltonian on(CompiledGraph graph, Box box) {
            return new ExtraTerm(graph, box) {
                @Override
                double extra(double[] y, double[] gradient) {
                    double sum = 0;
                    int half = layout().half();
                    for (int e = 0; e < graph.edges(); e++) {
                        int i = 3 * graph.first(e);
                        int j = 3 * graph.second(e);
                        for (int a = 0; a < 3; a++) {
                            int b = (a + 1) % 3;
                            int c = (a + 2) % 3;
                            double d = box.nearest(y[j + a] - y[i + a], a);
                            double cross = y[half + i + b] * y[half + j + c] - y[half + i + c] * y[half + j + b];
                            sum += 0.1 * d * cross;
                            gradient[i + a] -= 0.1 * cross;
                            gradient[j + a] += 0.1 * cross;
                            gradient[half + i + b] += 0.1 * d * y[half + j + c];
                            gradient[half + j + c] += 0.1 * d * y[half + i + b];
                            gradient[half + i + c] -= 0.1 * d * y[half + j + b];
                            gradient[half + j + b] -= 0.1 * d * y[half + i + c];
                        }
                    }
                    return sum;
                }
            };
        }
    };

    private final Set<HamiltonianLaw> broken;

    BrokenEnergy(HamiltonianLaw first, HamiltonianLaw... others) {
        broken = EnumSet.of(first, others);
    }

    Set<HamiltonianLaw> broken() {
        return broken;
    }

    private interface EdgeFactor {
        double of(int edge);
    }

    private static Hamiltonian scaled(CompiledGraph graph, Box box, EdgeFactor factor) {
        return new HarmonicSprings(graph, box) {
            @Override
            protected double pairEnergy(int edge, double r) {
                return factor.of(edge) * super.pairEnergy(edge, r);
            }

            @Override
            protected double pairSlope(int edge, double r) {
                return factor.of(edge) * super.pairSlope(edge, r);
            }
        };
    }

    /** Sound springs and one more term. */
    private abstract static class ExtraTerm implements Hamiltonian {
        private final Hamiltonian sound;

        ExtraTerm(CompiledGraph graph, Box box) {
            sound = new HarmonicSprings(graph, box);
        }

        /** Returns the extra energy and adds its gradient. */
        abstract double extra(double[] y, double[] gradient);

        @Override
        public PhaseLayout layout() {
            return sound.layout();
        }

        @Override
        public double energy(double[] y) {
            return sound.energy(y) + extra(y, new double[y.length]);
        }

        @Override
        public void gradient(double[] y, double[] gradientOut) {
            sound.gradient(y, gradientOut);
            extra(y, gradientOut);
        }
    }
}
