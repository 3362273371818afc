using GmmPure.Cli.Fitting;

namespace GmmPure.Cli.Selecting;

/// <summary>How far a comparison of models is: counted by those who pull iterations, asked by who watches.</summary>
internal sealed class SelectProgress
{
    private readonly Lock gate = new();
    private int models;
    private string name = string.Empty;
    private FitProgress current = new();

    /// <summary>The same history, counted as it is pulled.</summary>
    public IEnumerable<Iteration<GaussianMixture>> Watch(
        int components, CovarianceStructure structure, IEnumerable<Iteration<GaussianMixture>> history)
    {
        string model = SelectRun.Name(components, structure);
        lock (gate)
        {
            if (!string.Equals(name, model, StringComparison.Ordinal))
            {
                (models, name, current) = (models + 1, model, new FitProgress());
            }

            return current.Watch(history);
        }
    }

    /// <summary>One line that says how far it is.</summary>
    public string Describe()
    {
        lock (gate)
        {
            return models == 0 ? current.Describe() : FormattableString.Invariant($"model {models} ({name}): {current.Describe()}");
        }
    }
}
