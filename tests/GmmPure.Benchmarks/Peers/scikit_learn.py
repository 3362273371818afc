"""scikit-learn's EM. Arguments: data, answer, N, D, K, covariance_type. Each line read is a number of iterations to run."""

import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
data_file, answer_file, n, d, k, structure = sys.argv[1:]
n, d, k = int(n), int(d), int(k)
data = np.fromfile(data_file).reshape(n, d)
unit = {
    "full": np.tile(np.eye(d), (k, 1, 1)),
    "tied": np.eye(d),
    "diag": np.ones((k, d)),
    "spherical": np.ones(k),
}[structure]
print("scikit-learn", sklearn.__version__, flush=True)

for line in sys.stdin:
    iterations = int(line)
    # The start is given in whole; what init_params adds is thrown away, so the cheapest.
    model = GaussianMixture(
        k, covariance_type=structure, tol=0, reg_covar=0, max_iter=iterations, init_params="random", random_state=0,
        weights_init=np.full(k, 1 / k), means_init=data[:k], precisions_init=unit)
    before = time.perf_counter()
    model.fit(data)
    seconds = time.perf_counter() - before
    assert model.n_iter_ == iterations
    np.concatenate([model.weights_, model.means_.ravel()]).tofile(answer_file)
    print(seconds, flush=True)
