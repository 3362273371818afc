"""Measures how many digits of the certified traces other software has, and writes peers.json beside this file.

    /usr/bin/python3 tests/reference/peers/measure.py

needs scikit-learn (python3-sklearn) and R with mclust and jsonlite (r-cran-mclust, r-cran-jsonlite). Each runs from the
same starts for 1, 2, … iterations, as far as it goes: mclust stops when the log-likelihood gains nothing. Where a
problem is not one of theirs (row weights, a structure that they lack, a ridge in mclust, a start that degenerates)
there is no entry. Errors are taken in exact fractions, by the measures in ../README.md.
"""
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import warnings
from fractions import Fraction

import numpy
import sklearn
from sklearn.mixture import GaussianMixture

FOLDER = pathlib.Path(__file__).resolve().parent
SCIKIT_NAMES = {"full": "full", "tied": "tied", "diagonal": "diag", "spherical": "spherical"}


def problems():
    names = [entry["file"] for entry in json.loads((FOLDER.parent / "index.json").read_text())["files"]]
    for name in names:
        document = json.loads((FOLDER.parent / name).read_text())
        ends = document["trace"][-1]["status"] == "degenerate"
        if not ends and "row_weights" not in document["problem"]:
            yield document


def full(structure, components, dimension, covariances):
    """The covariances as K matrices, of whatever they hold."""
    def shaped(own):
        if structure.endswith("full") or structure == "tied":
            return own
        zero = own[0] * 0 if isinstance(own, list) else own * 0
        return [[(own[i] if isinstance(own, list) else own) if i == j else zero for j in range(dimension)] for i in range(dimension)]
    return [shaped(covariances if structure.startswith("tied") else covariances[k]) for k in range(components)]


def exactly(numbers):
    return [exactly(each) for each in numbers] if isinstance(numbers, list) else Fraction(numbers)


def errors(certified, own, structure, total):
    """The four errors of an element (log-likelihood, weights, means, K full covariances) against the certified one."""
    π, μ = exactly(certified["weights"]), exactly(certified["means"])
    Σ = full(structure, len(π), len(μ[0]), exactly(certified["covariances"]))
    ℓ = Fraction(certified["log_likelihood"])
    K, D = range(len(π)), range(len(μ[0]))
    return [
        float(abs(exactly(own[0]) - ℓ) / max(abs(ℓ), total)),
        float(max(abs(exactly(own[1][k]) - π[k]) for k in K) / max(π)),
        max(float(max(abs(exactly(own[2][k][d]) - μ[k][d]) for k in K)) / max(math.sqrt(μ[k][d] ** 2 + Σ[k][d][d]) for k in K) for d in D),
        max(float(abs(exactly(own[3][k][i][j]) - Σ[k][i][j])) / math.sqrt(Σ[k][i][i] * Σ[k][j][j]) for k in K for i in D for j in D),
    ]


def scikit_learn(document):
    """θ_1, θ_2, … with their own log-likelihoods; nothing if it has no such structure."""
    problem = document["problem"]
    structure = SCIKIT_NAMES.get(problem["covariance"])
    if structure is None:
        return
    x, start = numpy.array(problem["data"]), problem["start"]
    covariances = numpy.array(start["covariances"])
    precisions = numpy.linalg.inv(covariances) if structure in ("full", "tied") else 1 / covariances
    for t in range(1, len(document["trace"])):
        fit = GaussianMixture(
            len(start["weights"]), covariance_type=structure, tol=0, max_iter=t, reg_covar=problem["ridge"],
            weights_init=start["weights"], means_init=start["means"], precisions_init=precisions)
        fit.fit(x)
        yield (float(math.fsum(fit.score_samples(x))), fit.weights_.tolist(), fit.means_.tolist(),
               full(problem["covariance"], *fit.means_.shape, fit.covariances_.tolist()))


def mclust(document):
    """The same by R's mclust; nothing if it says that it cannot."""
    if document["problem"]["ridge"] != 0 or len(document["problem"]["start"]["weights"]) == 1:
        return
    with tempfile.TemporaryDirectory() as folder:
        given, found = pathlib.Path(folder, "given.json"), pathlib.Path(folder, "found.json")
        given.write_text(json.dumps({**document["problem"], "iterations": len(document["trace"]) - 1}))
        subprocess.run(["Rscript", "--vanilla", FOLDER / "mclust.R", given, found], check=True, stdout=subprocess.DEVNULL)
        for element in json.loads(found.read_text()):
            yield element["log_likelihood"], element["weights"], element["means"], element["covariances"]


def digits(document, run):
    """The fewest digits over the iterations that it went through, each by each; null if it does not do this."""
    worst = [0.0] * 4
    histories = list(run(document))
    total = len(document["problem"]["data"])
    for certified, own in zip(document["trace"][1:], histories):
        found = errors(certified, own, document["problem"]["covariance"], total)
        worst = [max(pair) for pair in zip(worst, found)]
    if not histories:
        return None
    counted = [round(min(53 * math.log10(2), max(0.0, -math.log10(error or 1e-99))), 1) for error in worst]
    return {"iterations": len(histories), **dict(zip(("log_likelihood", "weights", "means", "covariances"), counted))}


def main():
    warnings.simplefilter("ignore")
    version = subprocess.run(
        ["Rscript", "--vanilla", "-e", "cat(as.character(packageVersion('mclust')))"], check=True, capture_output=True, text=True).stdout
    documents = list(problems())
    measured = {}
    for name, version, run in (("scikit-learn", sklearn.__version__, scikit_learn), ("mclust", version, mclust)):
        rows = {}
        for document in documents:
            row = digits(document, run)
            print(name, document["name"], row, file=sys.stderr)
            if row is not None:
                rows[document["name"]] = row
        measured[name] = {"version": version, "digits": rows}
    rows = [
        f"  {json.dumps(name)}: {{\n    \"version\": {json.dumps(entry['version'])},\n    \"digits\": {{\n"
        + ",\n".join(f"      {json.dumps(key)}: {json.dumps(value)}" for key, value in entry["digits"].items())
        + "\n    }\n  }"
        for name, entry in measured.items()
    ]
    (FOLDER / "peers.json").write_text("{\n" + ",\n".join(rows) + "\n}\n")


main()
