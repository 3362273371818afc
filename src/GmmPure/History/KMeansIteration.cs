namespace GmmPure;

/// <summary>One element of <see cref="Clustering.KMeans"/>: the centres, which rows are nearest to which, and the inertia.</summary>
public sealed record KMeansIteration : IIteration<KMeansIteration, Table>
{
    internal KMeansIteration(
        int index, Table centres, ImmutableArray<int> labels, double inertia, Dataset data, Status status)
    {
        (Index, Model, Labels, Inertia, Status) = (index, centres, labels, inertia, status);
        (TotalWeight, Spread) = (data.TotalWeight, Math.Sqrt(data.ColumnVariances.Sum()));
    }

    /// <inheritdoc/>
    public int Index { get; }

    /// <summary>The centres (K×D).</summary>
    public Table Model { get; }

    /// <summary>The nearest centre of every row (N).</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>Σ w_n·|x_n − μ_k|² to the nearest centres.</summary>
    public double Inertia { get; }

    /// <summary>The root of the summed variances of the data's columns: what a move is measured by.</summary>
    public double Spread { get; }

    /// <inheritdoc/>
    public double TotalWeight { get; }

    /// <inheritdoc/>
    public Status Status { get; private init; }

    /// <summary>The objective is minus the inertia.</summary>
    public double Objective => -Inertia;

    /// <summary>The inertia never rises.</summary>
    public bool IsMonotone => true;

    /// <summary>2⁻⁴⁰ of the inertia about the data's mean.</summary>
    public double ObjectiveRounding => Spread * Spread * TotalWeight * 9.094947017729282E-13;

    /// <summary>The largest move of a centre in a column, in units of <see cref="Spread"/>.</summary>
    public double ParameterChangeSince(KMeansIteration earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        double move = Model.Elements.Zip(earlier.Model.Elements, (now, before) => Math.Abs(now - before)).Max();
        return move == 0 ? 0 : move / Spread;
    }

    /// <inheritdoc/>
    public KMeansIteration WithStatus(Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return this with { Status = status };
    }

    /// <summary>Whether both are equal by content.</summary>
    public bool Equals(KMeansIteration? other) =>
        other is not null
        && Index == other.Index
        && Inertia.Equals(other.Inertia)
        && Status.Equals(other.Status)
        && TotalWeight.Equals(other.TotalWeight)
        && Spread.Equals(other.Spread)
        && Content.Equal(Labels, other.Labels)
        && Model.Equals(other.Model);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, Inertia, Status, Model);
}
