// Armadillo's EM. Arguments: data, answer, N, D, K, gmm_full or gmm_diag. Each line read is a number of iterations to run.
#include <armadillo>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

static arma::cube unit(const arma::gmm_full&, arma::uword d, arma::uword k)
{
    arma::cube covariances(d, d, k);
    covariances.each_slice() = arma::eye(d, d);
    return covariances;
}

static arma::mat unit(const arma::gmm_diag&, arma::uword d, arma::uword k)
{
    return arma::ones(d, k);
}

template <typename Model>
static void serve(const arma::mat& data, arma::uword k, const char* answer)
{
    for (int iterations; std::cin >> iterations;)
    {
        Model model;
        arma::rowvec weights(k);
        weights.fill(1.0 / k);
        model.set_params(data.head_cols(k), unit(model, data.n_rows, k), weights);
        const auto before = std::chrono::steady_clock::now();
        const bool done = model.learn(data, k, arma::eucl_dist, arma::keep_existing, 0, iterations, 0, false);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - before;
        if (!done)
        {
            std::exit(EXIT_FAILURE);
        }

        std::ofstream file(answer, std::ios::binary);
        file.write(reinterpret_cast<const char*>(model.hefts.memptr()), model.hefts.n_elem * sizeof(double));
        file.write(reinterpret_cast<const char*>(model.means.memptr()), model.means.n_elem * sizeof(double));
        file.close();
        std::cout << seconds.count() << std::endl;
    }
}

int main(int, char** given)
{
    const arma::uword n = std::stoul(given[3]), d = std::stoul(given[4]), k = std::stoul(given[5]);
    arma::mat data(d, n);
    std::ifstream(given[1], std::ios::binary).read(reinterpret_cast<char*>(data.memptr()), data.n_elem * sizeof(double));
    std::cout.precision(9);
    std::cout << "Armadillo " << ARMA_VERSION_MAJOR << '.' << ARMA_VERSION_MINOR << '.' << ARMA_VERSION_PATCH << std::endl;
    if (std::string(given[6]) == "gmm_full")
    {
        serve<arma::gmm_full>(data, k, given[2]);
    }
    else
    {
        serve<arma::gmm_diag>(data, k, given[2]);
    }
}
