namespace GmmPure.Tests;

public class TableTests
{
    [Fact]
    public void Its_elements_stand_row_after_row()
    {
        var table = Table.FromRows([[1, 2, 3], [4, 5, 6]]);

        Assert.Equal((2, 3), (table.RowCount, table.ColumnCount));
        Assert.Equal([1, 2, 3, 4, 5, 6], table.Elements);
        Assert.Equal(6, table[1, 2]);
        Assert.Equal([4, 5, 6], table.Row(1).ToArray());
        Assert.Equal([[1, 2, 3], [4, 5, 6]], table.Rows);
        Assert.Equal(table, Table.FromArray(table.ToArray()));
        Assert.Equal(table, Table.Create(2, 3, [1, 2, 3, 4, 5, 6]));
    }

    [Fact]
    public void An_immutable_array_is_shared_and_anything_else_is_copied()
    {
        ImmutableArray<double> elements = [1, 2, 3, 4];
        double[] mutable = [1, 2, 3, 4];

        var (shared, copied) = (Table.Create(2, 2, elements), Table.Create(2, 2, mutable));
        mutable[0] = 9;

        Assert.True(shared.Elements == elements); // The very same array: == compares references.
        Assert.Equal(shared, copied);
        Assert.Throws<ArgumentException>(() => Table.Create(2, 3, elements));
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.Create(-2, -2, elements));
        Assert.Throws<ArgumentException>(() => Table.Create(0, 0, default(ImmutableArray<double>)));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 3)]
    public void An_element_outside_is_not_read_from_another_row(int row, int column) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.FromRows([[1, 2, 3], [4, 5, 6]])[row, column]);

    [Fact]
    public void A_shape_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Table.Create(2, 2, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Table.FromRows([[1, 2], [3]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.Create(-1, -1, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.FromRows([[1]]).Row(1));
    }
}
