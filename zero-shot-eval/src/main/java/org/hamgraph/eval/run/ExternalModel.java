package org.hamgraph.eval.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.law.EnergyModel;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.SeparableHamiltonian;

/**
 * A model that is another program. It reads states from standard input and answers each on standard output with an
 * energy, forces −dH/dq, and perhaps velocities dH/dp, in one of the forms of {@link Form}.
 *
 * <p>Without velocities the energy is potential energy, and |p|²/(2m) of every body is added here. Answers are asked for
 * one at a time; an energy and a gradient of one state cost one answer.
 *
 * @since 0.1
 */
public final class ExternalModel implements EnergyModel, AutoCloseable {
    /** How states and answers are written. */
    public enum Form {
        /** JSON objects, one a line. */
        JSON(JsonLines::new),
        /** NumPy archives, each after a line with the number of its bytes. */
        NPZ(NumpyMessages::new);

        private final BiFunction<OutputStream, InputStream, Exchange> exchange;

        Form(BiFunction<OutputStream, InputStream, Exchange> exchange) {
            this.exchange = exchange;
        }
    }

    private final String command;
    private final double precision;
    private final Process process;
    private final Exchange exchange;

    /**
     * Starts the program.
     *
     * @param command command line, run by the shell
     * @param form what it reads and writes
     * @param precision how exactly it is expected to compute, relative
     * @throws IOException if there is no shell
     */
    public ExternalModel(String command, Form form, double precision) throws IOException {
        this.command = command;
        this.precision = precision;
        process = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        exchange = form.exchange.apply(process.getOutputStream(), process.getInputStream());
    }

    @Override
    public double precision() {
        return precision;
    }

    @Override
    public Hamiltonian on(CompiledGraph graph, Box box) {
        Bound bound = new Bound(graph, box);
        return bound.givesVelocities() ? new Whole(bound) : new Potential(bound);
    }

    /** Ends the program; kills it if it does not end within five seconds. */
    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has ended already
        }
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Exchange.Answer ask(CompiledGraph graph, Box box, double[] y) {
        Exchange.Answer answer;
        try {
            exchange.send(graph, box, y);
            answer = exchange.receive(new PhaseLayout(graph.nodes(), box.dim()));
        } catch (IOException e) {
            throw new IllegalArgumentException("program must read and answer every state, found " + ended(), e);
        }
        if (answer == null) {
            throw new IllegalArgumentException("program must answer every state, found " + ended());
        }
        return answer;
    }

    private String ended() {
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                return "that it ended with status " + process.exitValue() + ": " + command;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "that it closed its input or output: " + command;
    }

    /** The program on one system; remembers its last answer. */
    private final class Bound {
        private final PhaseLayout layout;
        private final CompiledGraph graph;
        private final Box box;
        private double[] asked;
        private Exchange.Answer last;

        Bound(CompiledGraph graph, Box box) {
            this.graph = graph;
            this.box = box;
            layout = new PhaseLayout(graph.nodes(), box.dim());
        }

        /** Asks for bodies in a row. */
        boolean givesVelocities() {
            double[] y = new double[layout.size()];
            for (int i = 0; i < layout.nodes(); i++) {
                y[i * layout.dim()] = i;
            }
            return answer(y).velocities() != null;
        }

        synchronized Exchange.Answer answer(double[] y) {
            if (!Arrays.equals(asked, y)) {
                last = ask(graph, box, y);
                asked = y.clone();
            }
            return last;
        }
    }

    /** All of the energy is the program's. */
    private record Whole(Bound bound) implements Hamiltonian {
        @Override
        public PhaseLayout layout() {
            return bound.layout;
        }

        @Override
        public double energy(double[] y) {
            return bound.answer(y).energy();
        }

        @Override
        public void gradient(double[] y, double[] gradientOut) {
            Exchange.Answer answer = bound.answer(y);
            int half = answer.forces().length;
            for (int k = 0; k < half; k++) {
                gradientOut[k] = -answer.forces()[k];
                gradientOut[half + k] = answer.velocities()[k];
            }
        }
    }

    /** The potential energy is the program's. */
    private record Potential(Bound bound) implements SeparableHamiltonian {
        @Override
        public PhaseLayout layout() {
            return bound.layout;
        }

        private double mass(int place) {
            return bound.graph.mass(place / bound.layout.dim());
        }

        @Override
        public double kineticEnergy(double[] y) {
            double sum = 0;
            int half = bound.layout.half();
            for (int k = 0; k < half; k++) {
                sum += 0.5 * y[half + k] * y[half + k] / mass(k);
            }
            return sum;
        }

        @Override
        public double potentialEnergy(double[] y) {
            return bound.answer(y).energy();
        }

        @Override
        public void velocity(double[] y, double[] velocityOut, int offset) {
            int half = bound.layout.half();
            for (int k = 0; k < half; k++) {
                velocityOut[offset + k] = y[half + k] / mass(k);
            }
        }

        @Override
        public void force(double[] y, double[] forceOut, int offset) {
            System.arraycopy(bound.answer(y).forces(), 0, forceOut, offset, bound.layout.half());
        }
    }
}
