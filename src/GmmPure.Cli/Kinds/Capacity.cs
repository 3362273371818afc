namespace GmmPure.Cli.Kinds;

/// <summary>Refuses what has more numbers than an array can hold, whatever the machine.</summary>
internal static class Capacity
{
    /// <summary>Checks the covariances of a mixture.</summary>
    /// <param name="file">What messages call the data.</param>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="structure">The covariance structure.</param>
    public static void CheckCovariances(string file, Dataset data, int components, CovarianceStructure structure)
    {
        int matrices = structure.IsShared ? 1 : components;
        if (structure.Shape == CovarianceShape.Full && IsTooMuch(matrices, data.Dimension, data.Dimension))
        {
            throw FailureException.Input(
                $"{file}: {Display.Count(matrices, "full covariance")} of {data.Dimension} columns cannot be held in memory "
                + $"({Bytes(matrices, data.Dimension, data.Dimension)}); "
                + "try --covariance diagonal, or fewer columns (--columns)");
        }
    }

    /// <summary>Checks a table of responsibilities.</summary>
    public static void CheckResponsibilities(string file, Dataset data, int components)
    {
        if (IsTooMuch(data.Count, components))
        {
            throw FailureException.Input(
                $"{file}: {data.Count} rows times {components} components cannot be held in memory "
                + $"({Bytes(data.Count, components)}); try fewer components (-k)");
        }
    }

    private static bool IsTooMuch(params ReadOnlySpan<int> sizes) => Product(sizes) > Array.MaxLength;

    /// <summary>How many bytes so many numbers have, in words.</summary>
    private static string Bytes(params ReadOnlySpan<int> sizes) =>
        FormattableString.Invariant($"{sizeof(double) * Product(sizes) / (1L << 30):0.#} GiB");

    private static double Product(ReadOnlySpan<int> sizes)
    {
        double product = 1;
        foreach (int size in sizes)
        {
            product *= size;
        }

        return product;
    }
}
