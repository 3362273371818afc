using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GmmPure.Cli;

/// <summary>What the help of a command says beyond its options: examples, and what is worth knowing.</summary>
internal static class HelpText
{
    private const string Root = """
        Examples:
          gmm fit data.csv -k 3 --out model.json     fit three components, write the model
          gmm predict model.json new.csv             which component each row belongs to
          gmm cutoff model.json                      in one column, from which value on
          gmm select data.csv -k 1..9                how many components, and which covariances?
          gmm fit data.csv -k 3 --plot fit.svg       see it

        Every command has its own help: gmm fit --help.

        DATA is CSV or kin (UTF-8, RFC 4180 quoting), .npy, FILE.npz:NAME, Parquet, Arrow or Feather, told by its content, and
        gzipped or not; - is standard input. Separator, decimal mark and header are found out; what was guessed and wasn't
        plain is a warning, and --separator, --decimal, --header, --no-header and --comment say it. A cell that is empty or
        says NA, NaN, NULL, #N/A and such is missing: an error, unless --missing drop leaves its row out. Columns that only
        number rows, and empty ones, are left out with a warning. Results go to standard output, all else to standard error.

        Exit codes: 0 done; 2 the command line is wrong; 3 the data or a file is; 4 the fit is degenerate; 5 verify found
        that a history diverges; 129, 130, 131, 143, 152 ended by SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU; 1 a defect of
        this program. Files are written whole or not at all.
        """;

    private static readonly ImmutableDictionary<string, string> OfCommands = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fit"] = """
            Examples:
              gmm fit iris.csv -k 3 --exclude Species
              gmm fit data.csv -k 4 --covariance tied --out model.json --history history.jsonl
              gmm fit data.csv --start model.json --tolerance 1e-12 --out better.json
              gmm fit iris.csv --init labels:Species --trace
              gmm fit data.csv -k 3 --plot fit.svg
              gmm fit counts.csv -k 2 --family poisson
              gmm fit data.csv --labels class --hard
              gmm fit export.csv -k 3 --separator ';' --decimal , --missing drop

            The fit is maximum likelihood by EM from several starts, of which the best that did not degenerate is kept. The
            log-likelihood is a total, in nats; of AIC and BIC lower is better. The same seed gives the same bytes on any
            number of threads. Not converging within --max-iterations is a warning; a component that collapses in every
            start is exit code 4, and the message says what to try. Components are in the order of their means. That all
            restarts agree says that they led to one optimum, not that there is no better one: starts of one kind may be
            alike. So --init mixed tries several, and then starts near the best: swap in the table, with one component taken
            away and another one split. With weights, N is their sum, as of counts; weights of precision are in no unit, and
            --weights-kind precision scales them so that N is the effective number of rows, (sum w)^2 / sum w^2.

            --family fits mixtures of another family: bernoulli and categorical (columns of 0 and 1, or of categories, whole
            numbers or words, independent within a component: latent classes), binomial (one column of successes, of --trials
            each), exponential, gamma, poisson (one column each), student-t (columns together, with heavy tails); normal is
            gaussian in one column. Categories are those that some row has; the model names them, and predict reads the same.
            A value that the family cannot take is exit code 3. Such models serve predict, score, sample and --start; --plot,
            report, select and verify are about Gaussian mixtures.

            --hard climbs the classification log-likelihood, the sum of ln max pi_k p_k(x), which stands where the
            log-likelihood otherwise does, also in --history. With --labels a row that has a label belongs to that component in
            every iteration, and in the log-likelihood; there are as many components as labels, and they start from the
            labelled rows, and from the others by k-means. With --start labels are numbers of its components.

            Weights of a --start that were rounded where they were printed, and sum to 1 within 1e-6, are divided by their sum,
            and a warning says so.

            --plot draws the data and the fit: in one column a histogram and the densities, in two a scatter plot with
            ellipses and contours, in more a matrix of both, above 8 columns on the first principal axes. Points are coloured
            by their responsibilities.
            """,
        ["predict"] = """
            Examples:
              gmm predict model.json new.csv > components.csv
              gmm predict model.json - < new.csv
              gmm predict model.json new.csv --labels-only > labels.csv
              gmm predict model.json new.csv --threshold 0.9 --outliers 0.01
              gmm predict model.json new.csv --keep id,name

            One line a row, in its order: component (counted from 0, the most probable), r_0 … (the responsibilities, which
            sum to 1), log_density (ln p(x), in nats). Columns are matched by name when both files have names.

            A row that no component reaches, because all are too far away or call it impossible, has density 0: component and
            r_0 … are empty (null in JSON), log_density is -Infinity (null), certain is 0, outlier_level is 0, and a warning
            says so. So has a row with a value above 2.9e135, whose square would overflow, and one with a category
            that the model does not name.

            --keep id,name carries columns through: they come first, as text, exactly as they stand in the file.

            Rows are read, told and written some at a time, so that memory does not grow with the file; --json takes them all,
            and of Parquet and Arrow a group of rows is read as a whole. Of a long file some rows are told already when
            something is wrong further down: the exit code says so, and --out is written whole or not at all.

            --threshold T adds certain, 1 where the largest responsibility is at least T, else 0; component stays the most
            probable one in any case, so that rows in doubt can be told or left out by whoever reads the file.

            --outliers ALPHA adds outlier_level, the probability that a draw from the model is no denser than the row, and
            outlier, 1 where that is at most ALPHA, else 0: of rows which the model itself has made, a share of ALPHA are. It
            is computed for a single Gaussian component (the chi-squared tail of its squared distance), and in one column for
            gaussian, exponential, poisson and bernoulli components and one gamma one; else it is the share among
            100000 draws of the seed --seed, and standard error says how sure it is.
            """,
        ["score"] = """
            Examples:
              gmm score model.json test.csv
              gmm score model.json test.csv --json

            The log-likelihood is a total over the rows, weighted, in nats; of AIC (-2l + 2p) and BIC (-2l + p ln N) lower
            is better.
            """,
        ["sample"] = """
            Examples:
              gmm sample model.json -n 1000 --seed 7 > simulated.csv
              gmm sample model.json -n 5 --with-component

            The same seed gives the same rows; the first n rows do not depend on how many follow.
            """,
        ["cutoff"] = """
            Examples:
              gmm fit signal.csv -k 2 --out model.json
              gmm cutoff model.json
              gmm cutoff model.json --json

            For a model of one column: the values x at which two components are equally probable, pi_j p_j(x) = pi_k p_k(x),
            and no third is more so. From one to the next the most probable component is the same, the one that predict
            tells. A narrow component within a wide one has two; a component that is nowhere the most probable is named.
            The share below is how much of the model lies up to x: where it is next to 0 or 1, hardly any row is beyond.
            Counts have their cut-offs between whole numbers. A model of several columns is exit code 3.
            """,
        ["select"] = """
            Examples:
              gmm select data.csv -k 1..9
              gmm select iris.csv -k 1..5 --exclude Species --covariance full,tied --out best.json
              gmm select data.csv -k 1..9 --plot criteria.svg

            Every number of components is fitted with every covariance structure (where two are the same model, with one
            component or in one column, once). AIC = -2l + 2p; BIC = -2l + p ln N;
            ICL = BIC - 2 sum ln r, over each row's largest responsibility: it also asks that the components be apart. Of
            all three lower is better; * marks the lowest of each column. --plot draws them against the number of components.
            """,
        ["plot"] = """
            Examples:
              gmm fit data.csv -k 3 --history history.jsonl
              gmm plot history.jsonl --out course.svg
              gmm plot history.jsonl data.csv --out fit.svg
              gmm plot history.jsonl data.csv --iterations 0,1,5 --out steps.svg

            Without data it draws the log-likelihood, the weights and the means against the iteration, and marks steps that
            fell. Over data it draws the fit as fit --plot does, after the last iteration or after each of those that are named,
            on the same axes. Columns are matched by name when both files have names.
            """,
        ["report"] = """
            Examples:
              gmm report data.csv -k 3 --out page.html
              gmm report iris.csv --init labels:Species --out iris.html
              gmm report data.csv --start model.json --tolerance 0 --max-iterations 50 --out steps.html

            It fits as gmm fit does, prints the same, and writes one page of HTML that needs nothing else: no network, no library.
            The page steps through the iterations of the kept run: the arrow keys one by one, the space bar plays, Home and End go
            to the ends. It shows the data coloured by their responsibilities, the components (in one column the densities, in
            more any two columns, or one), the weights, means, covariances, effective counts, the log-likelihood and its gain;
            and if wanted the E-step and the three parts of the M-step one at a time. On paper it is a row of pictures and the
            tables. It holds the history itself, so that its numbers are those that fit --history writes. Of many points some are
            drawn, always the same, and of a very large history some iterations are kept; the page says so. All are computed with.
            """,
        ["verify"] = """
            Examples:
              gmm verify history.jsonl data.csv
              gmm verify history.jsonl data.csv --step --digits 12
              gmm verify trace.jsonl data.csv --covariance diagonal --as late,per-sample --ridge 1e-6

            HISTORY has one JSON object a line, of which line 0 is the start: "weights" (K), "means" (K x D) and "covariances"
            (by structure as in a model file, or K x D x D), and if the software tells them "log_likelihood",
            "effective_counts", "status", "iteration", "covariance"; line 0 also "columns", "rows" and "ridge". From line 0
            every later line is recomputed with 256 bits. Exit code 0 says that all agree to --digits, 5 that one does not or
            breaks a promise of EM: weights and effective counts sum to 1 and N, weights are the shares N_k/N of the line
            before, covariances are symmetric and positive definite, the log-likelihood never falls. What is off by more than
            1 % is no mixture, and exit code 3. Whole matrices (K x D x D) of another structure than full, as mclust has them,
            need --covariance.

            Digits are -log10 of the largest error: of the log-likelihood relative to itself (at least to N, one nat per
            sample), of weights and effective counts to the largest, of a mean to the largest in its column (at least to the
            column's standard deviation), of a covariance of columns i and j to the root of the product of their variances.
            So they do not depend on the columns' units. A double that is the nearest has 16 or so; 17 stands for equality.

            --as tells what other software does in its own way:
              n-1         covariances are divided by N_k - 1, not by N_k (a shared one by N - 1)
              unbiased    they are divided by N_k - sum r^2/N_k, as by R's cov.wt and NumPy's cov(aweights)
              late        a line tells the log-likelihood of the parameters of the line before, as a loop does that prints
                          after the M-step, and scikit-learn's lower_bound_; the effective counts may be of either
              per-sample  the log-likelihood is divided by N, as scikit-learn's
            Where a history diverges, these and a ridge are tried on the lines about it, and what makes them agree is said.
            """,
        ["estimate"] = """
            Examples:
              gmm estimate gamma rain.csv --columns millimetres
              gmm estimate binomial heads.csv --trials 100 --candidates 1/3,1/2,2/3
              gmm estimate student-t returns.csv --json

            FAMILY is one of
              normal, exponential, gamma, poisson, uniform    one column
              binomial                                        one column of successes, of --trials each
              bernoulli, categorical                          independent columns, of 0 and 1 or of categories, numbers or words
              gaussian, student-t                             columns together

            Standard errors are those of the Fisher information, the inverse of N times what one observation tells; an
            estimate at the edge of what it may be (a share of 0 or 1, the ends of a uniform distribution) has none. With
            --candidates the estimate is the likeliest of a finite set, of bernoulli, binomial, poisson and exponential. A
            value that the family cannot take is exit code 3; data under which the likelihood has no maximum (counts that are
            all 0, a constant column) are exit code 4.
            """,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Adds the texts to the help of a command and its subcommands.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new Appended((HelpAction)help.Action!);
        }
    }

    private sealed class Appended(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = help.Invoke(parseResult);
            string name = parseResult.CommandResult.Command.Name;
            var output = parseResult.InvocationConfiguration.Output;
            output.Write(OfCommands.GetValueOrDefault(name, Root).ReplaceLineEndings("\n"));
            output.Write('\n');
            return code;
        }
    }
}
