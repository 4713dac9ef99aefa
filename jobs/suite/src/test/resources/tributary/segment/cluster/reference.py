"""Writes the data and the expected values beside it; they are kept, for they need scikit-learn."""

import numpy as np
import sklearn
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.datasets import load_iris, make_blobs
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_score,
)
from sklearn.mixture import GaussianMixture

EXPECTED = []


def simplified_silhouette(points, labels):
    """Not in scikit-learn: Vendramin et al. 2010, with numpy."""
    centroids = np.array([points[labels == c].mean(0) for c in range(labels.max() + 1)])
    distances = np.linalg.norm(points[:, None] - centroids[None], axis=2)
    own = distances[np.arange(len(points)), labels]
    distances[np.arange(len(points)), labels] = np.inf
    other = distances.min(1)
    widths = (other - own) / np.maximum(own, other)
    widths[np.bincount(labels)[labels] == 1] = 0
    return widths.mean()


def judge(name, points, labels):
    centroids = np.array([points[labels == c].mean(0) for c in range(labels.max() + 1)])
    values = {
        "wcss": ((points - centroids[labels]) ** 2).sum(),
        "silhouette": silhouette_score(points, labels),
        "simplified_silhouette": simplified_silhouette(points, labels),
        "calinski_harabasz": calinski_harabasz_score(points, labels),
        "davies_bouldin": davies_bouldin_score(points, labels),
    }
    EXPECTED.extend(f"{name}.{key}={value!r}" for key, value in values.items())


def write(name, points, *labels):
    with open(f"{name}.csv", "w") as file:
        for row in zip(points, *labels):
            file.write(",".join([*map(repr, map(float, row[0])), *map(str, row[1:])]) + "\n")


iris = load_iris()
by_kmeans = KMeans(3, n_init=100, random_state=0).fit(iris.data)
ward = AgglomerativeClustering(3, linkage="ward").fit_predict(iris.data)
write("iris", iris.data, by_kmeans.labels_, iris.target, ward)
judge("iris", iris.data, by_kmeans.labels_)
EXPECTED.append(f"iris.adjusted_rand={adjusted_rand_score(iris.target, by_kmeans.labels_)!r}")

# Five overlapping groups of different width, one point alone, one point ten times.
random = np.random.RandomState(7)
groups = [random.normal(c, s, (n, 3)) for c, s, n in [(0, 1, 90), (2, 0.4, 60), (-2, 0.8, 40)]]
points = np.round(np.vstack([*groups, [[9, 9, 9]], np.full((10, 3), 1.1)]), 6)
labels = np.repeat([0, 1, 2, 3, 4], [90, 60, 40, 1, 10])
other = KMeans(4, n_init=10, random_state=0).fit_predict(points)
ward = AgglomerativeClustering(5, linkage="ward").fit_predict(points)
write("groups", points, labels, other, ward)
judge("groups", points, labels)
EXPECTED.append(f"groups.adjusted_rand={adjusted_rand_score(labels, other)!r}")

# Long, slanted, parallel groups (scikit-learn's "anisotropic" example), which k-means cuts across.
round_groups, labels = make_blobs(n_samples=500, random_state=170)
points = np.round(round_groups @ [[0.6, -0.6], [-0.4, 0.8]], 6)
mixture = GaussianMixture(3, reg_covar=0.01, n_init=10, random_state=0).fit_predict(points)
density = DBSCAN(eps=0.3, min_samples=6).fit_predict(points)
write("slanted", points, labels, mixture, density)

with open("expected.properties", "w") as file:
    file.write("# What scikit-learn " + sklearn.__version__ + " and numpy " + np.__version__)
    file.write(" say of the data beside this file; see reference.py.\n")
    file.write("\n".join(line.replace("np.float64", "") for line in EXPECTED) + "\n")
