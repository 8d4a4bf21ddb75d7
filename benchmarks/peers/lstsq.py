#!/usr/bin/env python3
"""Solves the problem that LeastSquares --write DIR has written with numpy.linalg.lstsq; prints one line of JSON."""

import argparse
import json
import os
import resource
import sys
import time

import numpy

INPUTS = 4


def read(directory, name, columns=None):
    values = numpy.fromfile(os.path.join(directory, name), dtype="<f8")
    return values if columns is None else values.reshape(-1, columns)


def assemble(points, weights, biases):
    """Rows of A: row 4 g + k holds the slopes of all units at point g times their weights on input k."""
    with numpy.errstate(over="ignore"):
        slopes = 1 / numpy.cosh(points @ weights + biases) ** 2
    return (slopes[:, None, :] * weights[None, :, :]).reshape(-1, biases.size)


def relative_energy_error(directory, weights, biases, coefficients):
    points = read(directory, "test.f64", INPUTS)
    truth = read(directory, "energies.f64")
    constant = -(numpy.tanh(biases) @ coefficients)
    energy = constant + numpy.tanh(points @ weights + biases) @ coefficients
    return float(numpy.linalg.norm(energy - truth) / numpy.linalg.norm(truth))


def peak_megabytes():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1e-6 if sys.platform == "darwin" else 1.024e-3)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", help="directory of the files")
    parser.add_argument("--threads", type=int, default=1, help="threads the environment gives numpy, for the record")
    parser.add_argument("--repeats", type=int, default=0, help="solutions after the first")
    arguments = parser.parse_args()

    points = read(arguments.directory, "points.f64", INPUTS)
    biases = read(arguments.directory, "biases.f64")
    weights = read(arguments.directory, "weights.f64", biases.size)
    right = read(arguments.directory, "right.f64")

    start = time.perf_counter()
    matrix = assemble(points, weights, biases)
    assemble_seconds = time.perf_counter() - start
    solve_seconds = []
    for _ in range(1 + arguments.repeats):
        start = time.perf_counter()
        coefficients, _, rank, _ = numpy.linalg.lstsq(matrix, right, rcond=1e-13)
        solve_seconds.append(time.perf_counter() - start)

    print(json.dumps({
        "program": "numpy",
        "form": "lstsq",
        "points": len(points),
        "rows": matrix.shape[0],
        "columns": matrix.shape[1],
        "threads": arguments.threads,
        "assembleSeconds": [assemble_seconds] * len(solve_seconds),
        "solveSeconds": solve_seconds,
        "relativeEnergyError": relative_energy_error(arguments.directory, weights, biases, coefficients),
        "method": "numpy %s lstsq, rcond 1e-13" % numpy.__version__,
        "reason": "rank %d" % rank,
        "peakMegabytes": peak_megabytes(),
    }))


if __name__ == "__main__":
    main()
