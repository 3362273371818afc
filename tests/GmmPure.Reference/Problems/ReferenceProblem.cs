namespace GmmPure.Reference;

/// <summary>A reference problem: what is given exactly. What follows from it is the certificate's business.</summary>
/// <param name="Name">The file's name, without its ending.</param>
/// <param name="Description">What the problem is about, and where its data are from.</param>
/// <param name="Data">The rows, and their weights if they have some.</param>
/// <param name="Start">θ_0, and with it K and the covariance structure.</param>
/// <param name="LastIteration">The t at which the trace ends if nothing degenerates before.</param>
/// <param name="Ridge">ε, added to the covariances' diagonals in each M-step.</param>
public sealed record ReferenceProblem(
    string Name, string Description, Dataset Data, GaussianMixture Start, int LastIteration, double Ridge = 0)
{
    public CovarianceStructure Structure => Start.Structure;
}
