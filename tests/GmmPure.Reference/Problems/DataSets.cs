using System.Globalization;

namespace GmmPure.Reference;

/// <summary>The data sets that everyone knows.</summary>
internal static class DataSets
{
    /// <summary>Azzalini and Bowman's eruptions of Old Faithful: minutes of eruption, minutes of waiting (272×2).</summary>
    public static Dataset OldFaithful { get; } = Read("old-faithful.csv", columns: 2);

    /// <summary>Fisher's irises: four lengths in cm (150×4), fifty rows of each species.</summary>
    public static Dataset Iris { get; } = Read("iris.csv", columns: 4);

    /// <summary>Velocities of 82 galaxies (Postman, Huchra, Geller; Roeder), in 1000 km/s.</summary>
    public static Dataset Galaxies { get; } =
        Dataset.FromValues(Read("galaxies.csv", columns: 1).Values.Elements.Select(velocity => velocity / 1000));

    private static Dataset Read(string name, int columns)
    {
        using var stream = typeof(DataSets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return Dataset.FromRows(reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(',').Take(columns).Select(field => double.Parse(field, CultureInfo.InvariantCulture))));
    }
}
