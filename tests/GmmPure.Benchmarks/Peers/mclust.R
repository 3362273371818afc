# mclust's EM. Arguments: data, answer, N, D, K, modelName. Each line read is a number of iterations to run.
suppressMessages(library(mclust))
given <- commandArgs(trailingOnly = TRUE)
n <- as.integer(given[3])
d <- as.integer(given[4])
k <- as.integer(given[5])
model <- given[6]
data <- matrix(readBin(given[1], "double", n * d), n, d, byrow = TRUE)
variance <- c(
  list(modelName = model, d = d, G = k),
  switch(model,
    VVV = list(cholsigma = array(diag(d), c(d, d, k))),
    EEE = list(cholSigma = diag(d)),
    VVI = list(scale = rep(1, k), shape = matrix(1, d, k)),
    EEI = list(scale = 1, shape = rep(1, d)),
    VII = list(sigmasq = rep(1, k)),
    EII = list(sigmasq = 1)))
start <- list(pro = rep(1 / k, k), mean = t(data[1:k, , drop = FALSE]), variance = variance)
cat("mclust ", format(packageVersion("mclust")), "\n", sep = "")

input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  iterations <- as.integer(line)
  control <- emControl(tol = c(0, 0), itmax = c(iterations, iterations))
  before <- Sys.time()
  fit <- em(data = data, modelName = model, parameters = start, control = control, warn = FALSE)
  seconds <- as.numeric(difftime(Sys.time(), before, units = "secs"))
  stopifnot(abs(attr(fit, "info")[["iterations"]]) == iterations)
  writeBin(c(fit$parameters$pro, as.vector(fit$parameters$mean)), given[2])
  cat(format(seconds, digits = 9), "\n", sep = "")
}
