namespace GmmPure;

/// <summary>
/// One element of <see cref="Clustering.KMeans"/>: the centres (K×D), which rows are nearest to which, and minus the inertia as the
/// objective.
/// </summary>
public sealed record KMeansIteration : Iteration<KMeansIteration, Table>
{
    private readonly EqualArray<int> labels;

    internal KMeansIteration(
        int index, Table centres, Objective objective, ImmutableArray<int> labels, double spread, Status status)
        : base(index, centres, objective, status)
    {
        this.labels = labels;
        Spread = spread;
    }

    /// <summary>The nearest centre of every row (N).</summary>
    public ImmutableArray<int> Labels => labels;

    /// <summary>Σ w_n·|x_n − μ_k|² to the nearest centres.</summary>
    public double Inertia => Math.Abs(Objective.Value);

    /// <summary>The root of the summed variances of the data's columns: what a move is measured by.</summary>
    public double Spread { get; }

    /// <summary>The largest move of a centre in a column, in units of <see cref="Spread"/>.</summary>
    /// <exception cref="ArgumentException">The centres differ in number or dimension.</exception>
    public override double ParameterChangeSince(KMeansIteration earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (earlier.Model.RowCount != Model.RowCount || earlier.Model.ColumnCount != Model.ColumnCount)
        {
            throw new ArgumentException("The centres differ in number or dimension.", nameof(earlier));
        }

        double move = Model.Elements.Zip(earlier.Model.Elements, (now, before) => Math.Abs(now - before)).Max();
        return move == 0 ? 0 : move / Spread;
    }
}
