using System.Text;
using GmmPure.Data;

namespace GmmPure.Tests.Reading;

/// <summary>Files are read into values: data with notes, or a fault with its fields.</summary>
public class DataReaderTests
{
    [Fact]
    public void A_file_is_a_data_set_with_the_names_of_its_columns()
    {
        var read = Read("x;y\n1,5;2\n2,5;4\n").Or(fault => throw new InvalidOperationException(fault.Message));

        Assert.Equal(Dataset.FromRows([[1.5, 2], [2.5, 4]]).WithColumnNames(["x", "y"]), read.Data);
        Assert.Equal(["x", "y"], read.Columns.Names);
        Assert.Equal([ReadNoteKind.DecimalCommas], read.Notes.Select(note => note.Kind));
        Assert.Empty(read.Labels);
    }

    [Fact]
    public void What_was_read_is_equal_by_content()
    {
        const string Text = "id,x,l\n1,1.5,a\n2,2.5,b\n3,3.5,a\n";
        var options = ReadOptions.Default with { Columns = ColumnChoice.All with { Labels = "l" } };

        Assert.Equal(Read(Text, options), Read(Text, ReadOptions.Default with { Columns = new ColumnChoice { Labels = "l" } }));
        Assert.NotEqual(Read(Text, options), Read(Text.Replace('b', 'c'), options));
        Assert.Equal(["a", "b", "a"], Read(Text, options).Match(read => read.Labels, _ => []));
    }

    [Fact]
    public void A_fault_is_a_value_with_fields()
    {
        Assert.Equal(Fault(new ReadFault.BadValue(new ReadPlace(3, IsLine: true), "y", "n/a", CellFault.Missing)), Read("x,y\n1,2\n3,n/a\n"));
        Assert.Equal(Fault(new ReadFault.FieldCount(2, 3, 2, MayHaveDecimalCommas: false)), Read("x,y\n1,2,3\n1,2\n"));
        Assert.Equal(Fault(new ReadFault.OtherFormat(FileFormat.Pdf)), Read("%PDF-1.7\n"));
        Assert.Equal(Fault(new ReadFault.NoRows()), Read("x,y\n"));
        Assert.Equal(Fault(new ReadFault.Ambiguous(1, ReadDoubt.NamesOrData)), Read("x,2\n1,2\n3,4\n"));
        Assert.Equal(
            Fault(new ReadFault.Contradiction(FieldSeparator.Comma, DecimalMark.Point)),
            Read("x,y\n1.5,2.5\n3,4\n", ReadOptions.Default with { Separator = FieldSeparator.Tab }));
    }

    [Fact]
    public void Incomplete_rows_are_left_out_where_that_is_wanted()
    {
        var read = Read("x,y\n1,2\n,5\n3,NULL\n4,-9\n7,8\n", ReadOptions.Default with { DropsIncompleteRows = true, MissingValues = ["-9"] })
            .Or(fault => throw new InvalidOperationException(fault.Message));

        Assert.Equal([1, 2, 7, 8], read.Data.Values.Elements);
        Assert.Equal((ReadNoteKind.IncompleteRows, 3, 5), read.Notes.Select(note => (note.Kind, note.Count, note.Of)).Single());
    }

    [Fact]
    public void A_callers_own_choice_of_columns_may_fail_in_its_own_way()
    {
        using var stream = Stream("x,y\n1,2\n");
        Assert.Throws<TimeoutException>(() => DataReader.Read(stream, choose: _ => throw new TimeoutException()));

        stream.Position = 0;
        var read = DataReader.Read(stream, choose: columns => new ColumnRoles([columns.IndexOf("y")]));
        Assert.Equal([2], read.Match(data => data.Data.Values.Elements, _ => []));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Misuse_is_an_argument_exception()
    {
        Assert.Throws<ArgumentNullException>(() => DataReader.Read(null!));
        Assert.Throws<ArgumentNullException>(() => ColumnChoice.All.Of(null!));
        Assert.Throws<ArgumentException>(() => new ColumnRoles([]));
        Assert.Throws<ArgumentException>(() => new ColumnRoles([0, -1]));
        Assert.Throws<ArgumentException>(() => new ReadOptions { MissingValues = default });
        Assert.Throws<ArgumentOutOfRangeException>(() => FileColumns.Generate(-1));
    }

    private static Outcome<ReadData, ReadFault> Fault(ReadFault fault) => fault;

    private static Outcome<ReadData, ReadFault> Read(string text, ReadOptions? options = null)
    {
        using var stream = Stream(text);
        return DataReader.Read(stream, options);
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
