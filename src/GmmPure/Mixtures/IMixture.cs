using System.Text.Json;

namespace GmmPure;

/// <summary>
/// A mixture of K distributions in D columns, p(x) = Σ π_k·p_k(x), of whichever family: what a <see cref="GaussianMixture"/> and a
/// <see cref="Families.Mixture{TDistribution}"/> have in common. A closed family.
/// </summary>
public interface IMixture
{
    /// <summary>The name of the components' family, as files have it.</summary>
    string FamilyName { get; }

    /// <summary>π, the mixing proportions (K); they sum to 1.</summary>
    ImmutableArray<double> Weights { get; }

    /// <summary>The names of the D columns; empty when they are not known.</summary>
    ImmutableArray<string> ColumnNames { get; }

    /// <summary>K.</summary>
    int ComponentCount { get; }

    /// <summary>D.</summary>
    int Dimension { get; }

    /// <summary>p, the number of free parameters.</summary>
    long FreeParameters { get; }

    /// <summary>The same mixture with these names for its columns.</summary>
    /// <param name="columnNames">One distinct name a column (D).</param>
    /// <exception cref="ArgumentException">There is not one distinct name for each column.</exception>
    IMixture WithColumnNames(IEnumerable<string> columnNames);

    /// <summary>ℓ(θ) = Σ w_n·ln p(x_n), a total in nats; −∞ if a row has density 0.</summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">The columns do not fit, or a value is outside the family's support.</exception>
    double LogLikelihood(Dataset data);

    /// <summary>ln p(x) of every row (N), in nats; −∞ where p(x) is 0.</summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">The columns do not fit, or a value is outside the family's support.</exception>
    ImmutableArray<double> LogDensities(Dataset data);

    /// <summary>The component of the largest responsibility for every row (N), counted from 0; of equals the first.</summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">The columns do not fit, or a value is outside the family's support.</exception>
    /// <exception cref="UnreachableRowException">A row has density 0 under every component.</exception>
    ImmutableArray<int> MostProbableComponents(Dataset data);

    /// <summary>Independent draws, one by one, as an endless lazy sequence.</summary>
    /// <param name="seed">The seed: the same one gives the same draws.</param>
    IEnumerable<Draw> Draws(long seed);

    /// <summary>F(x) = P(X ≤ x), accurate also where it is tiny. In one column.</summary>
    /// <param name="value">x: any number, or ±∞.</param>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    /// <exception cref="NotSupportedException">There are several columns, or the family has no distribution function here.</exception>
    double Cdf(double value);

    /// <summary>P(X &gt; x) = 1 − F(x), accurate also where it is tiny. In one column.</summary>
    /// <param name="value">x: any number, or ±∞.</param>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    /// <exception cref="NotSupportedException">There are several columns, or the family has no distribution function here.</exception>
    double Survival(double value);

    /// <summary>The p-quantile: the least number x with F(x) ≥ p. In one column.</summary>
    /// <param name="probability">p, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0, 1).</exception>
    /// <exception cref="NotSupportedException">There are several columns, or the family has no distribution function here.</exception>
    double Quantile(double probability);

    /// <summary>Where two components are equally probable, π_j·p_j(x) = π_k·p_k(x). In one column.</summary>
    /// <param name="first">j, counted from 0.</param>
    /// <param name="second">k, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such component.</exception>
    /// <exception cref="NotSupportedException">There are several columns, or the family has no cut-offs here.</exception>
    Crossing CrossingOf(int first, int second);

    /// <summary>The numbers at which the most probable component changes, ascending. In one column.</summary>
    /// <exception cref="NotSupportedException">There are several columns, or the family has no cut-offs here.</exception>
    ImmutableArray<CutOff> CutOffs();

    /// <summary>P(p(X) ≤ p(x)) for every row x (N): the probability that a draw is no denser; computed, or found from draws.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="seed">The seed of the draws: the same one gives the same levels.</param>
    /// <param name="draws">How many draws, where some are needed.</param>
    /// <exception cref="ArgumentException">
    /// The columns do not fit, a value is outside the family's support, the number of draws is not positive, or draws are too extreme.
    /// </exception>
    OutlierLevels OutlierLevelsOf(Dataset data, long seed, int draws = OutlierLevels.DefaultDraws);

    /// <summary>
    /// <see cref="OutlierLevelsOf"/> as a function of the data, which makes the draws once, where some are needed, however many data
    /// sets it is asked of.
    /// </summary>
    /// <param name="seed">The seed of the draws: the same one gives the same levels.</param>
    /// <param name="draws">How many draws, where some are needed.</param>
    /// <exception cref="ArgumentException">The number of draws is not positive, or draws are too extreme for a data set.</exception>
    Func<Dataset, OutlierLevels> OutlierScale(long seed, int draws = OutlierLevels.DefaultDraws);

    /// <summary>The mixture as a JSON object, whose numbers read back to the same bits.</summary>
    string ToJson();

    /// <summary>Writes the members that say of which kind the components are.</summary>
    internal void WriteKind(Utf8JsonWriter writer);

    /// <summary>Writes the members that the components are.</summary>
    internal void WriteComponents(Utf8JsonWriter writer);

    /// <summary>The largest change of a parameter since another mixture of the same kind, free of the columns' units.</summary>
    internal double ChangeSince(IMixture earlier);

    /// <summary>How far rounding may move ln p(x) of one row, where the components are ill-conditioned.</summary>
    internal double RoundingPerRow { get; }

    /// <summary>The components that are spikes on a few rows, given the effective counts (K).</summary>
    internal ImmutableArray<int> Spurious(ImmutableArray<double> effectiveCounts);

    /// <summary>Whether the components take a column's values for measured ones, of which no two need be equal.</summary>
    internal bool IsContinuous(int column);

    /// <summary>Of the components that are nearly the same as one before them, each with the first such and their overlap.</summary>
    /// <param name="data">N×D, what they were fitted to, with finite log-likelihood.</param>
    internal IEnumerable<(int One, int Other, double Overlap)> Twins(Dataset data);
}
