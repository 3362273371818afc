"""What gmm fit does, by scikit-learn. Arguments: data (.csv or .npy), K, iterations, file for the model."""

import pickle
import sys
import warnings

import numpy as np
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
data_file, k, iterations, model_file = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
data = np.load(data_file) if data_file.endswith(".npy") else np.loadtxt(data_file, delimiter=",", skiprows=1)
model = GaussianMixture(k, tol=0, max_iter=iterations, random_state=1).fit(data)
assert model.n_iter_ == iterations
with open(model_file, "wb") as file:
    pickle.dump(model, file)
