namespace GmmPure.Reference;

/// <summary>
/// A mixture moved as the rounding of its parameters to doubles may move it: each weight by 2⁻⁵³ of itself (and all then
/// scaled to their former sum), each mean by 2⁻⁵³ of |μ_kd| + √Σ_k,dd, each free element of a covariance by 2⁻⁵³ of
/// √(Σ_k,ii·Σ_k,jj); up or down, by a fixed pattern of signs.
/// </summary>
/// <param name="Pattern">Which pattern.</param>
internal readonly record struct Roundings(int Pattern)
{
    private const double Unit = 1.1102230246251565E-16;

    /// <summary>θ_t, moved.</summary>
    public TextbookMixture<T> Move<T>(TextbookMixture<T> θ, int t)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool>
    {
        var self = this;
        return TextbookMixture<T>.Create(
            θ.Structure,
            MoveWeights(θ, t),
            Table<T>.Create(θ.ComponentCount, θ.Dimension, (k, d) => θ.Means[k, d] + T.CreateChecked(
                self.Signed(t, (1, k, d, 0)) * (Math.Abs(double.CreateChecked(θ.Means[k, d])) + Apart.Deviation(θ.Covariances[k], d)))),
            [.. θ.Covariances.Select((Σ, k) => self.Move(Σ, θ.Structure, θ.Structure.IsShared ? 0 : k, t))]);
    }

    private ImmutableArray<T> MoveWeights<T>(TextbookMixture<T> θ, int t)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool>
    {
        var self = this;
        ImmutableArray<T> moved = [.. θ.Weights.Select((π, k) => π * (T.One + T.CreateChecked(self.Signed(t, (0, k, 0, 0)))))];
        var scale = θ.Weights.Aggregate(T.Zero, (sum, π) => sum + π) / moved.Aggregate(T.Zero, (sum, π) => sum + π);
        return [.. moved.Select(π => π * scale)];
    }

    private TextbookCovariance<T> Move<T>(TextbookCovariance<T> Σ, CovarianceStructure structure, int k, int t)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool>
    {
        var self = this;
        return TextbookCovariance<T>.Create(Table<T>.Create(Σ.Dimension, Σ.Dimension, (i, j) =>
        {
            var (row, column) = structure.Shape == CovarianceShape.Spherical ? (0, 0) : (Math.Max(i, j), Math.Min(i, j));
            return i != j && structure.Shape != CovarianceShape.Full
                ? Σ.Matrix[i, j]
                : Σ.Matrix[i, j] + T.CreateChecked(
                    self.Signed(t, (2, k, row, column)) * Apart.Deviation(Σ, i) * Apart.Deviation(Σ, j));
        }));
    }

    /// <summary>2⁻⁵³ or −2⁻⁵³: a bit of a hash (splitmix64) of all that names the parameter.</summary>
    private double Signed(int t, (int Kind, int K, int I, int J) parameter)
    {
        ulong hash = new[] { Pattern, t, parameter.Kind, parameter.K, parameter.I, parameter.J }
            .Aggregate(0UL, (state, part) => Mixed(state + (ulong)part + 0x9E3779B97F4A7C15));
        return (hash >> 63) == 0 ? Unit : -Unit;
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
