using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Tests.Streams;

/// <summary>Tables of very many rows are laid out part by part, as one would be.</summary>
public sealed class LongTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public void Parts_make_the_table_that_all_rows_make(int rowsAtOnce)
    {
        TextColumn[] columns = [new("component"), new("column", IsNumeric: false), new("mean")];
        string[][] rows = [.. Enumerable.Range(0, 50).Select(i => new[]
        {
            i % 25 == 0 ? $"{i}" : string.Empty, i == 33 ? "a long name, 漢字" : $"x{i}", $"{i * i * i:F3}",
        })];
        Assert.Equal(TableText.Of(columns, rows), TableText.Of(columns, rows, rowsAtOnce));
    }
}
