"""A PyTorch model that `hamgraph check --external` can talk to.

    ./hamgraph check --external "python3 docs/examples/external_model.py" --system random:N=12,d=3,cutoff=0.6 --tries 10
    ./hamgraph check --external "python3 docs/examples/external_model.py --broken" ... --save found
    ./hamgraph check --external "python3 docs/examples/external_model.py --npz" --form npz ...

Potential energy of an edge: a small network of the distance of its ends. With --broken, the network also sees the
difference of the first coordinates, a mistake that training data turned one way would hide.

Reads one state a line, answers one line: {"energy": V, "forces": [[...], ...]}; with --npz, NumPy archives of the same
names, each after a line with the number of its bytes. Needs PyTorch, with --npz also NumPy.
"""

import io
import json
import sys

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.manual_seed(1)

broken = "--broken" in sys.argv[1:]
network = torch.nn.Sequential(
    torch.nn.Linear(2 if broken else 1, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1))


def energy(q, edges):
    if len(edges) == 0:
        return q.sum() * 0
    d = q[edges[:, 0]] - q[edges[:, 1]]
    r = d.norm(dim=1, keepdim=True)
    inputs = torch.cat([r, d[:, :1]], dim=1) if broken else r
    return network(inputs).sum()


def answer(state):
    """Energy and forces of a state, a dictionary of lists or arrays."""
    if any(state["period"]):
        sys.exit("external_model.py: the box must be open, found period " + str(state["period"]))
    q = torch.tensor(state["positions"], requires_grad=True)
    v = energy(q, torch.tensor(state["edges"], dtype=torch.long).reshape(-1, 2))
    (gradient,) = torch.autograd.grad(v, q)
    return v.item(), -gradient


def answer_lines():
    for line in sys.stdin:
        v, forces = answer(json.loads(line))
        print(json.dumps({"energy": v, "forces": forces.tolist()}), flush=True)


def answer_archives():
    import numpy

    for line in sys.stdin.buffer:
        v, forces = answer(numpy.load(io.BytesIO(sys.stdin.buffer.read(int(line)))))
        archive = io.BytesIO()
        numpy.savez(archive, energy=v, forces=forces.numpy())
        sys.stdout.buffer.write(b"%d\n" % archive.tell() + archive.getvalue())
        sys.stdout.buffer.flush()


if "--npz" in sys.argv[1:]:
    answer_archives()
else:
    answer_lines()
