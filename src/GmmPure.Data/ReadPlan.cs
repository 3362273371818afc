namespace GmmPure.Data;

/// <summary>Decides which of a file's columns are what, once they are known.</summary>
/// <param name="columns">The file's columns.</param>
internal delegate ColumnRoles Choosing(FileColumns columns);

/// <summary>How a file is to be read.</summary>
/// <param name="Options">What is known of it.</param>
/// <param name="Choose">Which columns are wanted.</param>
/// <param name="MostRows">
/// How many rows are to be held at a time, as far as the format lets them be read in their order; null for all at once.
/// </param>
internal sealed record ReadPlan(ReadOptions Options, Choosing Choose, int? MostRows = null)
{
    /// <summary>Whether numbers may be larger than those of a data set: what is read in parts makes none.</summary>
    public bool MayBeLarge => MostRows is not null;

    /// <summary>Room for so many numbers: no more than are held at a time.</summary>
    public long Room(long numbers, int columns) => MostRows is { } most ? Math.Min(numbers, (long)most * columns) : numbers;
}
