namespace GmmPure;

/// <summary>
/// An engine: whatever makes one pass over all of the data, on this machine or elsewhere, a pure function. Parts of the data,
/// each by <see cref="Em.Pass(IRowSource, GaussianMixture, Table, EmOptions, long)"/>, and their <see cref="Expectation.Merge"/> are one.
/// </summary>
/// <param name="mixture">θ.</param>
/// <param name="reference">The points about which to sum (K×D).</param>
/// <returns>The expectation of all rows under θ, about these points.</returns>
public delegate Expectation Expect(GaussianMixture mixture, Table reference);
