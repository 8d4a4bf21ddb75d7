package org.hamgraph.eval.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hamgraph.graph.PairRule;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.SolverMethod;
import org.hamgraph.sim.integrate.Integrators;
import org.hamgraph.support.Checks;

/**
 * A whole zero-shot experiment: what to train on, which sizes to evaluate, how to run. Keys that are left out get
 * their defaults, so a plan read once and written again states everything.
 *
 * @param name title of the report
 * @param seed the one seed of all random choices
 * @param train training system and data
 * @param network hidden layers and solver
 * @param sizes systems to evaluate, without retraining
 * @param rollout how to run each of them
 * @param scaling larger lattices to measure time and error on
 * @since 0.1
 */
public record ZeroShotPlan(
        String name,
        Long seed,
        Training train,
        Network network,
        List<Size> sizes,
        RolloutPlan rollout,
        Scaling scaling) {
    /** Fills in defaults and checks. */
    public ZeroShotPlan {
        name = Objects.requireNonNullElse(name, "Zero-shot");
        seed = Objects.requireNonNullElse(seed, 1L);
        require(train, "train");
        network = Objects.requireNonNullElse(network, new Network(null, null, null, null));
        require(sizes, "sizes");
        for (int k = 0; k < sizes.size(); k++) {
            require(sizes.get(k), "sizes[" + k + "]");
        }
        sizes = List.copyOf(sizes);
        Checks.atLeast(sizes.size(), 1, "number of sizes");
        rollout = Objects.requireNonNullElse(rollout, new RolloutPlan(null, null, null, null, null, null));
        for (Size size : sizes) {
            if (size.trajectory() == null && rollout.potential() == null && train.potential() == null) {
                throw new IllegalArgumentException(
                        "every size must have a trajectory or the plan a potential, found neither for "
                                + size.system());
            }
        }
        scaling = Objects.requireNonNullElse(scaling, new Scaling(null, null));
        if (scaling.family() == null) {
            String trainedOn = train.system();
            String found = familyOfLast(sizes)
                    .or(() -> LatticeFamily.of(trainedOn).map(LatticeFamily::toString))
                    .orElse(null);
            scaling = new Scaling(found, scaling.maxNodes());
        }
    }

    private static Optional<String> familyOfLast(List<Size> sizes) {
        return sizes.stream()
                .flatMap(size -> LatticeFamily.of(size.system()).stream())
                .map(LatticeFamily::toString)
                .reduce((earlier, later) -> later);
    }

    private static void require(Object value, String key) {
        if (value == null) {
            throw new IllegalArgumentException("key " + key + " must be given, found nothing");
        }
    }

    /**
     * Training system and data: either a recorded trajectory, or a known energy and a number of samples.
     *
     * @param system system to train on
     * @param trajectory file of recorded states; null to sample
     * @param potential known energy to sample; null with a trajectory
     * @param samples number of random states
     * @param jitter greatest displacement of those along an axis; null for 0.25
     * @param velocity standard deviation of their velocities; null for 0.75
     * @param cutoff distance within which bodies of a recorded trajectory act on each other; null where springs say so
     */
    public record Training(
            String system,
            String trajectory,
            String potential,
            Integer samples,
            Double jitter,
            Double velocity,
            Double cutoff) {
        /** Fills in defaults and checks. */
        public Training {
            require(system, "train.system");
            if ((trajectory == null) == (potential == null)) {
                throw new IllegalArgumentException("train must have either a trajectory or a potential, found "
                        + (trajectory == null ? "neither" : "both"));
            }
            pairs();
            if (potential != null) {
                PotentialSpec.parse(potential).among(pairs());
                samples = Checks.atLeast(Objects.requireNonNullElse(samples, 100), 1, "train.samples");
            }
        }

        /** Returns which bodies act on each other; empty if springs or the potential say so. */
        public Optional<PairRule> pairs() {
            return Optional.ofNullable(cutoff).map(PairRule::within);
        }
    }

    /**
     * Hidden layers and solver.
     *
     * @param width units per species and channel
     * @param sampling elm, uswim, swim or aswim
     * @param activation tanh, sine, softplus or relu
     * @param solver gcv, svd or qr
     */
    public record Network(Integer width, String sampling, String activation, String solver) {
        /** Fills in defaults and checks. */
        public Network {
            width = Checks.atLeast(Objects.requireNonNullElse(width, 64), 1, "network.width");
            sampling = Objects.requireNonNullElse(sampling, "elm");
            activation = Objects.requireNonNullElse(activation, "tanh");
            solver = Objects.requireNonNullElse(solver, "gcv");
            options(width, sampling, activation, solver);
        }

        private static TrainerOptions options(int width, String sampling, String activation, String solver) {
            return TrainerOptions.defaults()
                    .withWidth(width)
                    .withWeights(WeightScheme.of(sampling))
                    .withActivation(Activation.of(activation))
                    .withSolver(SolverMethod.of(solver));
        }

        /** Returns the same as options of the trainer. */
        public TrainerOptions options() {
            return options(width, sampling, activation, solver);
        }
    }

    /**
     * One system to evaluate.
     *
     * @param system system
     * @param trajectory file of recorded states to compare with; null to compare with the known energy on random states
     * @param samples number of random states without a trajectory
     */
    public record Size(String system, String trajectory, Integer samples) {
        /** Fills in defaults and checks. */
        public Size {
            require(system, "sizes.system");
            if (trajectory == null) {
                samples = Checks.atLeast(Objects.requireNonNullElse(samples, 5), 1, "sizes.samples");
            }
        }
    }

    /**
     * How every size is run.
     *
     * @param potential known energy that runs beside the model; null for that of the training, if any
     * @param steps number of steps
     * @param dt step, time
     * @param every steps between two recorded states
     * @param writeEvery steps between two states written to the extended-XYZ file
     * @param integrator scheme
     */
    public record RolloutPlan(
            String potential, Integer steps, Double dt, Integer every, Integer writeEvery, String integrator) {
        /** Fills in defaults and checks. */
        public RolloutPlan {
            if (potential != null) {
                PotentialSpec.parse(potential);
            }
            steps = Checks.atLeast(Objects.requireNonNullElse(steps, 1000), 1, "rollout.steps");
            dt = Checks.positive(Objects.requireNonNullElse(dt, 0.005), "rollout.dt");
            every = Checks.atLeast(Objects.requireNonNullElse(every, 10), 1, "rollout.every");
            writeEvery = Checks.atLeast(Objects.requireNonNullElse(writeEvery, 100), 1, "rollout.writeEvery");
            integrator = Objects.requireNonNullElse(integrator, "stormer-verlet");
            Integrators.named(integrator);
        }
    }

    /**
     * A ladder of larger lattices, on which the model runs beside the known energy to see how time and error grow.
     *
     * @param family kind of lattice, as {@link LatticeFamily#parse} reads it; null for that of the last size whose
     *     name says one, else of the training system; still null if none does
     * @param maxNodes greatest number of bodies, at least 1000; 0 for no ladder
     */
    public record Scaling(String family, Integer maxNodes) {
        private static final int DEFAULT_MAX_NODES = 100_000;

        /** Fills in defaults and checks. */
        public Scaling {
            if (family != null) {
                family = LatticeFamily.parse(family).toString();
            }
            maxNodes = LatticeFamily.checkMaxNodes(
                    Objects.requireNonNullElse(maxNodes, DEFAULT_MAX_NODES), "scaling.maxNodes");
        }

        /** Returns the systems of the ladder, ever larger; none if no family is known or none is wanted. */
        public List<String> ladder() {
            return family == null ? List.of() : LatticeFamily.parse(family).ladder(maxNodes);
        }
    }

    /** Returns the known energy that runs beside the model, if there is one. */
    public Optional<PotentialSpec> truth() {
        String text = rollout.potential() != null ? rollout.potential() : train.potential();
        return Optional.ofNullable(text).map(PotentialSpec::parse).map(truth -> truth.among(train.pairs()));
    }

    /**
     * Returns the plan with another seed.
     *
     * @param number the one seed of all random choices
     */
    public ZeroShotPlan withSeed(long number) {
        return new ZeroShotPlan(name, number, train, network, sizes, rollout, scaling);
    }

    /**
     * Returns the plan with another greatest number of bodies of the scaling run.
     *
     * @param maxNodes at least 1000; 0 for no scaling run
     */
    public ZeroShotPlan withMaxNodes(int maxNodes) {
        return new ZeroShotPlan(name, seed, train, network, sizes, rollout, new Scaling(scaling.family(), maxNodes));
    }

    /**
     * Returns the plan with every file it names made absolute.
     *
     * @param folder folder that relative names start from
     */
    public ZeroShotPlan relativeTo(Path folder) {
        Training training = new Training(
                system(folder, train.system),
                trajectory(folder, train.trajectory),
                train.potential,
                train.samples,
                train.jitter,
                train.velocity,
                train.cutoff);
        List<Size> resolved = sizes.stream()
                .map(size -> new Size(system(folder, size.system), trajectory(folder, size.trajectory), size.samples))
                .toList();
        return new ZeroShotPlan(name, seed, training, network, resolved, rollout, scaling);
    }

    private static String system(Path folder, String text) {
        return SystemSpec.isFile(text) ? trajectory(folder, text) : text;
    }

    private static String trajectory(Path folder, String text) {
        return text == null || BundledData.names(text)
                ? text
                : folder.resolve(text).toAbsolutePath().normalize().toString();
    }
}
