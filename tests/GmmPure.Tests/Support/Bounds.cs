using MathNet.Numerics.LinearAlgebra;

namespace GmmPure.Tests;

/// <summary>How wrong a computed number may be, from N, D, K, the condition number and u = 2⁻⁵³.</summary>
internal static class Bounds
{
    /// <summary>
    /// The error of ln 𝒩(x | μ, Σ). Cholesky's backward error is |ΔΣ| ≤ γ_{D+1}·|L||Lᵀ|, of norm at most γ_{D+1}·tr Σ
    /// (Higham, theorem 10.3): relative to the smallest eigenvalue it is ε = γ_{D+1}·tr Σ/λ_min. The inversion of L and the
    /// product W·(x − μ) add γ_{2D}·‖|W||L|‖ ≤ γ_{2D}·√(D·tr Σ/λ_min), below 2ε. So Δ² is off by at most 2·3ε·Δ², ln |Σ| by
    /// at most D·ε and the rounding of 2D logarithms and sums; then come three roundings of numbers of the terms' size.
    /// </summary>
    public static double LogGaussian(Covariance covariance, double squaredDistance)
    {
        int dimension = covariance.Dimension;
        double epsilon = Rounding.Gamma(dimension + 1) * Trace(covariance) / SmallestEigenvalue(covariance);
        double logarithms = Enumerable.Range(0, dimension).Sum(j => Math.Abs(Math.Log(covariance[j, j]))) + dimension
            + Math.Abs(covariance.LogDeterminant);
        double size = (dimension * 1.84) + logarithms + squaredDistance;
        return (6 * epsilon * squaredDistance) + (dimension * epsilon) + (Rounding.Gamma((4 * dimension) + 8) * size);
    }

    /// <summary>
    /// The error of a responsibility: it is e^{a_k} over a sum of such, a_k is off by at most δ and by the rounding of the
    /// sum a_k itself, and K + 4 operations of an ulp or so follow. An error of δ in all a moves r by at most 2δ.
    /// </summary>
    public static double Responsibility(double logTermError, double largestLogTerm, int components) =>
        (2 * (logTermError + (4 * Rounding.Unit * largestLogTerm))) + Rounding.Gamma(components + 8);

    /// <summary>The condition number, the largest over the smallest eigenvalue.</summary>
    public static double Condition(Covariance covariance) =>
        Eigenvalues(covariance).Max() / Eigenvalues(covariance).Min();

    /// <summary>(x − μ)ᵀΣ⁻¹(x − μ), by a library that is not ours.</summary>
    public static double SquaredDistance(Covariance covariance, IEnumerable<double> difference)
    {
        var d = Vector<double>.Build.DenseOfEnumerable(difference);
        return d * Matrix(covariance).Cholesky().Solve(d);
    }

    public static Matrix<double> Matrix(Covariance covariance) =>
        Matrix<double>.Build.DenseOfArray(covariance.ToTable().ToArray());

    private static double Trace(Covariance covariance) =>
        Enumerable.Range(0, covariance.Dimension).Sum(j => covariance[j, j]);

    private static double SmallestEigenvalue(Covariance covariance) => Eigenvalues(covariance).Min();

    private static IEnumerable<double> Eigenvalues(Covariance covariance) =>
        Matrix(covariance).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real);
}
