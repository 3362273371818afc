namespace GmmPure;

/// <summary>A run of EM as far as a search has pulled it.</summary>
/// <param name="start">θ₀.</param>
/// <param name="history">Its elements: a finite sequence.</param>
internal sealed class PulledRun<TMixture>(TMixture start, IEnumerable<Iteration<TMixture>> history) : IDisposable
    where TMixture : class, IMixture
{
    private readonly IEnumerator<Iteration<TMixture>> rest = history.GetEnumerator();
    private Trail<Iteration<TMixture>> trail;
    private bool hasEnded;

    /// <summary>θ₀.</summary>
    public TMixture Start { get; } = start;

    /// <summary>Whether there is no next element, or the run was given up.</summary>
    public bool IsOver => hasEnded || IsDropped;

    /// <summary>Whether the run was given up before its end.</summary>
    public bool IsDropped { get; set; }

    /// <summary>How many elements were pulled.</summary>
    public int Pulled { get; private set; }

    /// <summary>The objective as far as the run has come; −∞ of one that degenerated.</summary>
    public double Value => trail.Last is { Status: not Degenerate } last ? last.Objective.Value : double.NegativeInfinity;

    /// <summary>The most that it may still come to: a start that is slow at first gains more than Aitken's estimate says, but hardly ten times as much.</summary>
    private double Promise => hasEnded ? Value : Value + (10 * trail.RemainingGain);

    /// <summary>θ as far as the run has come.</summary>
    public TMixture Model => trail.Last!.Model;

    /// <summary>N·K: how many responsibilities an iteration computes.</summary>
    public double Size => (double)trail.Last!.RowCount * Model.ComponentCount;

    /// <summary>Whether it may still come to an objective, but for rounding.</summary>
    public bool MayReach(double objective) => !(Promise + trail.Last!.Objective.Rounding < objective);

    /// <summary>Pulls so many elements more, or what is left.</summary>
    public void Pull(int count)
    {
        for (int i = 0; i < count && !IsOver; i++)
        {
            if (rest.MoveNext())
            {
                trail = trail.Then(rest.Current);
                Pulled++;
                hasEnded = rest.Current.Status is not Running;
            }
            else
            {
                hasEnded = true;
            }
        }
    }

    public Restart<Iteration<TMixture>> ToRestart(long seed) => trail.ToRestart(seed, nameof(history));

    public Attempt<TMixture> ToAttempt(StartKind kind, long seed) => new(kind, Start, ToRestart(seed), IsDropped);

    public void Dispose() => rest.Dispose();
}
