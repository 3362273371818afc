namespace GmmPure.Cli;

internal sealed class UnreachableRowException : ArgumentException { public int Row { get; init; } }
internal sealed record Draw(int Component, ImmutableArray<double> Observation);
internal static class Shim
{
    public static IEnumerable<Draw> Draws(this GaussianMixture mixture, long seed)
    {
        var s = mixture.Sample(1000, seed);
        for (int i = 0; i < 1000; i++)
        {
            yield return new Draw(s.Components[i], [.. s.Data.Row(i)]);
        }
    }

    public static double Icl(this GaussianMixture m, Dataset d) => m.Bic(d) - 2 * Em.EStep(d, m).Responsibilities.Values.Rows.Sum(r => Math.Log(r.Max()));
}
