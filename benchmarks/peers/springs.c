/*
 * Exact springs on an open cubic lattice, moved by kick-drift-kick: the plain edge loop in C that HamGraph is compared
 * with.
 *
 *   cc -O3 -march=native -o springs springs.c -lm
 *   springs SIDE FOLDER REFERENCE_STEPS WARM_UP STEPS
 *
 * FOLDER holds start.f64 and reference.f64, states [q | p] of SIDE^3 bodies as little-endian doubles; the second is
 * where the first must be after REFERENCE_STEPS. Prints one line of JSON.
 *
 * The fastest honest form: positions of a body lie side by side, edges are sorted by their first and then their second
 * end, stiffness and rest length are constants the compiler sees, masses an array of their inverses, and the first
 * kick and the drift share a loop. One thread: edges that share a body would need atomic sums or a colouring.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double STIFFNESS = 10;
static const double REST_LENGTH = 1;
static const double STEP = 0.005;

struct lattice {
    long nodes;
    long edges;
    int32_t *first;
    int32_t *second;
    double *inverse_mass;
    double *q;
    double *p;
    double *f;
};

static void fail(const char *rule, const char *found) {
    fprintf(stderr, "springs: %s, found %s\n", rule, found);
    exit(2);
}

static void *array(size_t count, size_t size) {
    void *memory = calloc(count, size);
    if (memory == NULL) {
        fail("memory must be enough", "too little");
    }
    return memory;
}

static long number(const char *text, long least) {
    char *end;
    long value = strtol(text, &end, 10);
    if (*text == 0 || *end != 0 || value < least) {
        fail("arguments must be whole numbers, the side at least 1", text);
    }
    return value;
}

/* Reads positions and momenta as they lie in memory of a little-endian machine. */
static void read_state(const char *folder, const char *name, double *q, double *p, long half) {
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) {
        fail("path must be shorter", folder);
    }
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fail("file must be readable", path);
    }
    size_t read = fread(q, sizeof(double), half, file) + fread(p, sizeof(double), half, file);
    if (read != 2 * (size_t)half || fgetc(file) != EOF) {
        fail("file must hold one state of the lattice", path);
    }
    fclose(file);
}

/* Bodies are numbered with the last axis running fastest. */
static struct lattice cubic(long side) {
    struct lattice a;
    a.nodes = side * side * side;
    a.edges = 0;
    a.first = array(3 * a.nodes, sizeof *a.first);
    a.second = array(3 * a.nodes, sizeof *a.second);
    for (long i = 0; i < a.nodes; i++) {
        long place[3] = {i % side, i / side % side, i / (side * side)};
        long stride = 1;
        for (int axis = 0; axis < 3; axis++) {
            if (place[axis] + 1 < side) {
                a.first[a.edges] = (int32_t)i;
                a.second[a.edges++] = (int32_t)(i + stride);
            }
            stride *= side;
        }
    }
    a.inverse_mass = array(a.nodes, sizeof(double));
    for (long i = 0; i < a.nodes; i++) {
        a.inverse_mass[i] = 1;
    }
    a.q = array(3 * a.nodes, sizeof(double));
    a.p = array(3 * a.nodes, sizeof(double));
    a.f = array(3 * a.nodes, sizeof(double));
    return a;
}

static void force(const struct lattice *a) {
    const int32_t *restrict first = a->first;
    const int32_t *restrict second = a->second;
    const double *restrict q = a->q;
    double *restrict f = a->f;
    memset(f, 0, 3 * a->nodes * sizeof *f);
    for (long e = 0; e < a->edges; e++) {
        long i = 3L * first[e];
        long j = 3L * second[e];
        double dx = q[j] - q[i];
        double dy = q[j + 1] - q[i + 1];
        double dz = q[j + 2] - q[i + 2];
        double r = sqrt(dx * dx + dy * dy + dz * dz);
        double pull = r > 0 ? STIFFNESS * (r - REST_LENGTH) / r : 0;
        f[i] += pull * dx;
        f[i + 1] += pull * dy;
        f[i + 2] += pull * dz;
        f[j] -= pull * dx;
        f[j + 1] -= pull * dy;
        f[j + 2] -= pull * dz;
    }
}

static void advance(const struct lattice *a, long steps) {
    const double *restrict inverse_mass = a->inverse_mass;
    const double *restrict f = a->f;
    double *restrict q = a->q;
    double *restrict p = a->p;
    for (long k = 0; k < steps; k++) {
        for (long i = 0; i < a->nodes; i++) {
            for (long c = 3 * i; c < 3 * i + 3; c++) {
                p[c] += 0.5 * STEP * f[c];
                q[c] += STEP * inverse_mass[i] * p[c];
            }
        }
        force(a);
        for (long c = 0; c < 3 * a->nodes; c++) {
            p[c] += 0.5 * STEP * f[c];
        }
    }
}

static double energy(const struct lattice *a) {
    double sum = 0;
    for (long c = 0; c < 3 * a->nodes; c++) {
        sum += 0.5 * a->inverse_mass[c / 3] * a->p[c] * a->p[c];
    }
    for (long e = 0; e < a->edges; e++) {
        const double *u = a->q + 3L * a->first[e];
        const double *v = a->q + 3L * a->second[e];
        double r = sqrt((v[0] - u[0]) * (v[0] - u[0]) + (v[1] - u[1]) * (v[1] - u[1]) + (v[2] - u[2]) * (v[2] - u[2]));
        sum += 0.5 * STIFFNESS * (r - REST_LENGTH) * (r - REST_LENGTH);
    }
    return sum;
}

static double largest_difference(const double *u, const double *v, long count) {
    double largest = 0;
    for (long c = 0; c < count; c++) {
        double difference = fabs(u[c] - v[c]);
        /* A difference that is no number counts as the largest. */
        largest = difference <= largest ? largest : difference;
    }
    return largest;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc != 6) {
        fail("arguments must be SIDE FOLDER REFERENCE_STEPS WARM_UP STEPS", "another number of them");
    }
    long side = number(argv[1], 1);
    long reference_steps = number(argv[3], 0);
    long warm_up = number(argv[4], 0);
    long steps = number(argv[5], 1);
    if (side > 800) {
        fail("side must be at most 800", argv[1]);
    }
    struct lattice a = cubic(side);
    long half = 3 * a.nodes;
    read_state(argv[2], "start.f64", a.q, a.p, half);
    force(&a);
    advance(&a, reference_steps);
    double *q = array(half, sizeof(double));
    double *p = array(half, sizeof(double));
    read_state(argv[2], "reference.f64", q, p, half);
    double position_error = largest_difference(a.q, q, half);
    double momentum_error = largest_difference(a.p, p, half);
    double reference_energy = energy(&a);
    free(q);
    free(p);

    advance(&a, warm_up);
    double start = seconds();
    advance(&a, steps);
    double elapsed = seconds() - start;
    double final_energy = energy(&a);
    if (!isfinite(final_energy) || !isfinite(reference_energy)) {
        fail("energy must be finite after every run", "that it is not");
    }
    double checksum = 0;
    for (long c = 0; c < half; c++) {
        checksum += a.q[c];
    }
    printf("{\"program\": \"c\", \"energyForm\": \"exact\", \"path\": \"edges\", \"width\": 0, \"threads\": 1, "
           "\"nodes\": %ld, \"edges\": %ld, \"steps\": %ld, \"seconds\": %.17g, \"nodeStepsPerSecond\": %.17g, "
           "\"energy\": %.17g, \"checksum\": %.17g, \"referenceSteps\": %ld, \"referenceEnergy\": %.17g, "
           "\"positionError\": %.17g, \"momentumError\": %.17g}\n",
           a.nodes, a.edges, steps, elapsed, a.nodes * (double)steps / elapsed, final_energy, checksum, reference_steps,
           reference_energy, position_error, momentum_error);
    return 0;
}
