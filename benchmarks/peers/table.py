#!/usr/bin/env python3
"""Pairs the lines of JSON that lstsq has collected: one table for each size.

Ratios are those of the peer's median at its best number of threads to our median, so that threads which hinder a peer
on a busy machine do not count for us.
"""

import argparse
import json
import statistics


BUSY = 0.5
"""Load above which times mean little."""


def key_of(line):
    return line["program"], line["form"], line["threads"]


def entry(lines):
    """One row of a table from all runs of one program, form and number of threads."""
    last = lines[-1]
    cold = [line["solveSeconds"][0] for line in lines]
    warm = [s for line in lines for s in line["solveSeconds"][1:]]
    assemble = [s for line in lines for s in line["assembleSeconds"][1:] or line["assembleSeconds"]]
    return {
        "program": last["program"],
        "form": last["form"],
        "threads": last["threads"],
        "runs": len(lines),
        "assembleSeconds": statistics.median(assemble),
        "coldSeconds": statistics.median(cold),
        "coldSecondsFrom": min(cold),
        "coldSecondsTo": max(cold),
        "warmSeconds": statistics.median(warm) if warm else None,
        "relativeEnergyError": last["relativeEnergyError"],
        "peakMegabytes": max(line.get("peakMegabytes", line.get("peakHeapMegabytes", 0)) for line in lines),
        "method": last["method"],
        "reason": last["reason"],
        "kernels": last.get("kernels", "none"),
    }


def entries(lines):
    found = [entry([line for line in lines if key_of(line) == key]) for key in dict.fromkeys(map(key_of, lines))]
    peers = {}
    for e in found:
        if e["program"] != "hamgraph":
            peers[e["program"]] = min(e["coldSeconds"], peers.get(e["program"], e["coldSeconds"]))
    for e in found:
        if e["program"] == "hamgraph":
            for peer, seconds in peers.items():
                e[peer + "OverCold"] = seconds / e["coldSeconds"]
                e[peer + "OverWarm"] = seconds / e["warmSeconds"] if e["warmSeconds"] is not None else None
    return found


def cell(e, key, form):
    return form % e[key] if e.get(key) is not None else "-"


COLUMNS = (
    ("program", "program", "%s", 8),
    ("form", "form", "%s", 10),
    ("threads", "threads", "%d", 7),
    ("runs", "runs", "%d", 4),
    ("assemble s", "assembleSeconds", "%.3f", 10),
    ("cold s", "coldSeconds", "%.3f", 9),
    ("cold from", "coldSecondsFrom", "%.3f", 9),
    ("to", "coldSecondsTo", "%.3f", 9),
    ("warm s", "warmSeconds", "%.3f", 9),
    ("error of H", "relativeEnergyError", "%.2e", 10),
    ("peak MB", "peakMegabytes", "%.0f", 7),
    ("numpy/cold", "numpyOverCold", "%.1f", 10),
    ("numpy/warm", "numpyOverWarm", "%.1f", 10),
    ("ejml/cold", "ejmlOverCold", "%.1f", 9),
    ("ejml/warm", "ejmlOverWarm", "%.1f", 9),
)


def show(rows, columns, found):
    print("\n%d x %d" % (rows, columns))
    print("  ".join(title.rjust(width) for title, _, _, width in COLUMNS))
    for e in found:
        print("  ".join(cell(e, key, form).rjust(width) for _, key, form, width in COLUMNS))
    for e in found:
        kernels = ", %s kernels" % e["kernels"] if e["kernels"] != "none" else ""
        print("  %s %s: %s%s; %s" % (e["program"], e["form"], e["method"], kernels, e["reason"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", help="file of one line of JSON for each run")
    parser.add_argument("--load", type=float, default=0, help="load of the machine before the first run")
    parser.add_argument("--json", help="file to write the tables to")
    arguments = parser.parse_args()
    with open(arguments.lines, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    tables = []
    for size in dict.fromkeys((line["rows"], line["columns"]) for line in lines):
        at_size = [line for line in lines if (line["rows"], line["columns"]) == size]
        found = entries([line for line in at_size if "solveSeconds" in line])
        hashes = [line for line in at_size if "sha256" in line]
        show(*size, found)
        for line in hashes:
            print("  %s: coefficients of 1 and 2 threads %s, SHA-256 %s" % (
                line["form"], "are the same bits" if line["equal"] else "DIFFER", " ".join(line["sha256"].values())))
        tables.append({"rows": size[0], "columns": size[1], "entries": found, "hashes": hashes})
    if arguments.load > BUSY:
        print("\nThe machine was busy before the first run (load %.1f): do not quote these times." % arguments.load)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump({"loadBefore": arguments.load, "tables": tables, "runs": lines}, file, indent=2)
            file.write("\n")


if __name__ == "__main__":
    main()
