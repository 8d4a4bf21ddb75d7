package org.hamgraph.phase;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.geometry.euclidean.threed.AffineTransformMatrix3D;
import org.apache.commons.geometry.euclidean.threed.Vector3D;
import org.apache.commons.geometry.euclidean.threed.rotation.QuaternionRotation;
import org.hamgraph.support.Checks;

/**
 * A distance-preserving map of space, x → Q x + t with orthogonal Q, acting on whole states: positions are moved,
 * momenta only turned.
 *
 * <p>In one and two dimensions the map leaves the missing axes alone. The energy of a system in open space may not
 * change under it, and its gradient turns with Q.
 *
 * @since 0.1
 */
public final class RigidMotion {
    private final int dim;
    private final AffineTransformMatrix3D whole;
    private final AffineTransformMatrix3D linear;

    private RigidMotion(int dim, AffineTransformMatrix3D whole) {
        this.dim = dim;
        this.whole = whole;
        this.linear = whole.linear();
    }

    /**
     * Returns a shift.
     *
     * @param offset t [dim], length
     */
    public static RigidMotion translation(double... offset) {
        Checks.dimension(offset.length);
        double[] t = Arrays.copyOf(Checks.copyOfFinite(offset, "offset"), 3);
        return new RigidMotion(offset.length, AffineTransformMatrix3D.createTranslation(Vector3D.of(t)));
    }

    /**
     * Returns a rotation of the plane about the origin.
     *
     * @param angle angle from the first to the second axis, radians
     */
    public static RigidMotion rotation2D(double angle) {
        return new RigidMotion(2, about(Vector3D.Unit.PLUS_Z, angle));
    }

    /**
     * Returns a rotation of space about an axis through the origin.
     *
     * @param axis direction of the axis, not zero
     * @param angle angle by the right-hand rule, radians
     */
    public static RigidMotion rotation3D(Vector3D axis, double angle) {
        return new RigidMotion(3, about(axis, angle));
    }

    /**
     * Returns the reflection that changes the sign of the first coordinate.
     *
     * @param dim dimension of space
     */
    public static RigidMotion reflection(int dim) {
        return new RigidMotion(Checks.dimension(dim), AffineTransformMatrix3D.createScale(-1, 1, 1));
    }

    /**
     * Returns a random rotation about the origin: uniform over all rotations in two and three dimensions, the
     * identity in one.
     *
     * @param dim dimension of space
     * @param random source of numbers
     */
    public static RigidMotion randomRotation(int dim, RandomGenerator random) {
        if (Checks.dimension(dim) == 1) {
            return new RigidMotion(1, AffineTransformMatrix3D.identity());
        }
        if (dim == 2) {
            return rotation2D(random.nextDouble(-Math.PI, Math.PI));
        }
        // Four normal numbers, normalised, are a uniform unit quaternion.
        QuaternionRotation rotation = QuaternionRotation.of(
                random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        return new RigidMotion(3, rotation.toMatrix());
    }

    private static AffineTransformMatrix3D about(Vector3D axis, double angle) {
        Checks.positive(axis.norm(), "length of the axis");
        return QuaternionRotation.fromAxisAngle(axis, Checks.finite(angle, "angle"))
                .toMatrix();
    }

    /**
     * Returns the motion that first does this one and then another.
     *
     * @param next motion in as many dimensions
     */
    public RigidMotion then(RigidMotion next) {
        if (next.dim != dim) {
            throw new IllegalArgumentException("motions must have one dimension, found " + dim + " and " + next.dim);
        }
        return new RigidMotion(dim, next.whole.multiply(whole));
    }

    /** Returns the dimension of space. */
    public int dim() {
        return dim;
    }

    /**
     * Returns the moved state: Q q + t and Q p.
     *
     * @param y state [2*n*dim]
     */
    public double[] apply(double[] y) {
        if (y.length % (2 * dim) != 0) {
            throw new IllegalArgumentException(
                    "state must have 2*dim = " + 2 * dim + " numbers a body, found " + y.length);
        }
        double[] result = new double[y.length];
        transform(whole, y, result, 0, y.length / 2);
        transform(linear, y, result, y.length / 2, y.length);
        return result;
    }

    /**
     * Returns vectors turned by Q, such as forces or a gradient.
     *
     * @param vectors any number of vectors of {@code dim} numbers each
     */
    public double[] turn(double[] vectors) {
        double[] result = new double[vectors.length];
        transform(linear, vectors, result, 0, vectors.length);
        return result;
    }

    private void transform(AffineTransformMatrix3D map, double[] in, double[] out, int from, int to) {
        if ((to - from) % dim != 0) {
            throw new IllegalArgumentException("vectors must have " + dim + " numbers each, found " + (to - from));
        }
        for (int k = from; k < to; k += dim) {
            Vector3D moved = map.apply(Vector3D.of(in[k], dim > 1 ? in[k + 1] : 0, dim > 2 ? in[k + 2] : 0));
            out[k] = moved.getX();
            if (dim > 1) {
                out[k + 1] = moved.getY();
            }
            if (dim > 2) {
                out[k + 2] = moved.getZ();
            }
        }
    }
}
