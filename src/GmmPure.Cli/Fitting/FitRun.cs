using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>A fit that came to something: what was asked and read, and what was found.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Input">What was fitted.</param>
/// <param name="Fit">The best fit, and all starts that were tried.</param>
internal sealed record FitRun(FitRequest Request, FitInput Input, Fit<IMixture> Fit)
{
    /// <summary>The history of the kept run, computed anew, once: the search did not keep it, and it comes out the same.</summary>
    public IEnumerable<Iteration<IMixture>> History { get; } = Fit.History(Input.Data).Memoize();

    /// <summary>The Gaussian mixture that is kept, where it is one.</summary>
    public GaussianMixture Mixture => (GaussianMixture)Fit.Model;

    /// <summary>The history of the kept run, where it is one of Gaussian mixtures.</summary>
    public IEnumerable<Iteration<GaussianMixture>> GaussianHistory => History.Select(each => each.Cast<GaussianMixture>());

    /// <summary>Reads and fits, or fails with what is wrong.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="shell">Where input is, and who watches.</param>
    /// <param name="postMortem">Takes the history of the first run, before a failure, if every one is degenerate.</param>
    public static FitRun Of(FitRequest request, Shell shell, Action<IEnumerable<Iteration<IMixture>>> postMortem)
    {
        var input = shell.Compute(() => $"reading {request.Data.Name}", () => FitInput.Read(request, shell));
        if (FitFailure.NoStart(input, request) is { } reason)
        {
            postMortem([]);
            throw FailureException.Degenerate(reason);
        }

        var progress = new FitProgress();
        var outcome = shell.Compute(
            progress.Describe, () => input.Fit(request.Options, history => progress.Watch(history).Select(each => Checked(each, input.Name))));
        return outcome.TryGet(out var fit, out var fault)
            ? new FitRun(request, input, fit)
            : throw Failure(fault, input, request, postMortem);
    }

    /// <summary>The element, unless its log-likelihood has lost all its digits.</summary>
    public static Iteration<TMixture> Checked<TMixture>(Iteration<TMixture> iteration, string name)
        where TMixture : class, IMixture =>
        iteration.LogLikelihood is double.NegativeInfinity || Digits.Has(iteration.LogLikelihood, iteration.TotalWeight)
            ? iteration
            : throw FailureException.Overflow(name, "the start");

    private static FailureException Failure(
        FitFault fault, FitInput input, FitRequest request, Action<IEnumerable<Iteration<IMixture>>> postMortem)
    {
        if (fault is FitFault.AllDegenerate { Cause: Degeneracy.Unreachable row })
        {
            string start = request.Start is { } file ? InputFile.Name(file) : "the start";
            return FailureException.Unreachable(row.Row, row.Label, request.Data.Name, start, input.Kind.IsGaussian);
        }

        if (fault is FitFault.AllDegenerate { First: var first })
        {
            postMortem(request.Options.Stop(Em.Iterate(input.Data, first.Start, input.Variant, request.Options.Em)));
        }
        else if (input.HasOneStart)
        {
            postMortem([]);
        }

        return FailureException.Degenerate(FitFailure.Of(fault, input, request));
    }
}
