using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Shapes;

/// <summary>The colours of rows.</summary>
internal static class Certainty
{
    /// <summary>
    /// Each row's colour by its responsibilities. A row so far from every component that it has none is grey.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="mixture">K components in D dimensions.</param>
    public static ImmutableArray<Colour> Colours(Dataset data, ImmutableArray<int> rows, GaussianMixture mixture)
    {
        return Dataset.TryFromRows(rows.Select(row => data.Values.Row(row).ToArray()))
            .Match(all => Of(all, mixture), _ => null)
            ?? [.. rows.Select(row => Of(Dataset.FromRows([data.Values.Row(row).ToArray()]), mixture)?[0] ?? Palette.Axis)];
    }

    private static ImmutableArray<Colour>? Of(Dataset data, GaussianMixture mixture)
    {
        try
        {
            return Palette.Mix(Em.EStep(data, mixture).Responsibilities);
        }
        catch (UnreachableRowException)
        {
            return null;
        }
    }
}
