# Runs mclust's EM from a start for 1, 2, … iterations: Rscript mclust.R GIVEN.json FOUND.json (see measure.py).
suppressPackageStartupMessages(library(mclust))
library(jsonlite)

files <- commandArgs(trailingOnly = TRUE)
given <- fromJSON(files[1])
x <- given$data
D <- ncol(x)
K <- length(given$start$weights)
own <- given$start$covariances
structure <- given$covariance
model <- if (D == 1) "V" else
  c(full = "VVV", tied = "EEE", diagonal = "VVI", "tied-diagonal" = "EEI", spherical = "VII", "tied-spherical" = "EII")[[structure]]

# A diagonal is a volume times a shape whose product is 1.
volume <- function(variances) prod(variances)^(1 / D)
variance <- switch(model,
  V = list(sigmasq = as.vector(own)),
  VVV = list(cholsigma = array(sapply(1:K, function(k) chol(own[k, , ])), c(D, D, K))),
  EEE = list(cholSigma = chol(own), Sigma = own),
  VVI = list(scale = apply(own, 1, volume), shape = apply(own, 1, function(v) v / volume(v))),
  EEI = list(scale = volume(own), shape = own / volume(own)),
  VII = list(sigmasq = own, scale = own),
  EII = list(sigmasq = own, scale = own))
start <- list(
  pro = given$start$weights,
  mean = if (D == 1) as.vector(given$start$means) else t(given$start$means),
  variance = c(list(modelName = model, d = D, G = K), variance))
data <- if (D == 1) as.vector(x) else x

# All 17 digits of a double, which JSON's writer would not give.
exact <- function(numbers) {
  numbers[] <- sprintf("%.17g", numbers)
  numbers
}

after <- function(t) {
  fit <- em(data, model, start, control = emControl(tol = c(0, 0), itmax = c(t, t)))
  θ <- fit$parameters
  covariances <- if (D == 1) θ$variance$sigmasq else θ$variance$sigma
  list(
    iterations = abs(attr(fit, "info")[["iterations"]]),
    log_likelihood = exact(estep(data, model, θ)$loglik),
    weights = exact(θ$pro),
    means = exact(if (D == 1) matrix(θ$mean, ncol = 1) else t(θ$mean)),
    covariances = exact(if (D == 1) array(covariances, c(K, 1, 1)) else aperm(covariances, c(3, 1, 2))))
}

found <- lapply(seq_len(given$iterations), after)
# It stops when the log-likelihood gains nothing, or when it finds a covariance singular.
went <- sapply(seq_along(found), function(t) found[[t]]$iterations == t && is.finite(as.numeric(found[[t]]$log_likelihood)))
found <- found[cumprod(went) == 1]
write_json(found, files[2], auto_unbox = TRUE)
