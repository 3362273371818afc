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

    /// <summary>In blocks of whatever size stands what stands in the whole, and of a fault it is the same.</summary>
    [Theory]
    [InlineData("id,x,w,l\n1,1.5,1,a\n2,2.5,2,b\n3,3.5,0,a\n4,4.5,1,b\n5,5.5,1,\n")]
    [InlineData("id;x;w;l\n1;1,5;1;a\n2;;1;b\n3;3,5;1;c\n\n4;4,5;1;d\n;;;\n")]
    [InlineData("id,x,w,l\n1,1,1,a\n2,2,1,b\n3,3,1,c,d\n")]
    [InlineData("id,x,w,l\n1,1,1,a\n2,2,-1,b\n3,3,1,c\n")]
    [InlineData("id,x,w,l\n1,1,0,a\n2,2,0,b\n")]
    [InlineData("id,x,w,l\n1,,1,a\n2,NA,1,b\n")]
    [InlineData("id,x,w,l\n")]
    public void Blocks_are_the_whole(string text)
    {
        var options = new ReadOptions
        {
            DropsIncompleteRows = true,
            Columns = new ColumnChoice { Only = ["x", "id"], Weights = "w", Kept = ["l", "id"] },
        };
        var whole = Read(text, options);
        foreach (int rows in new[] { 1, 2, 3, 100 })
        {
            using var stream = Stream(text);
            Outcome<ReadBlock, ReadFault>[] parts = [.. DataReader.ReadBlocks(stream, rows, options)];
            Assert.Equal(whole.Match<ReadFault?>(_ => null, fault => fault), parts[^1].Match<ReadFault?>(_ => null, fault => fault));
            if (whole.TryGet(out var data, out _))
            {
                ReadBlock[] blocks = [.. parts.Select(part => part.Or(fault => throw new InvalidOperationException(fault.Message)))];
                Assert.Equal(data.Data.Values.Elements, blocks.SelectMany(block => block.Values.Elements));
                Assert.Equal(data.Data.Weights, blocks.SelectMany(block => block.Weights));
                Assert.Equal(data.Kept, Enumerable.Range(0, 2).Select(column => blocks.SelectMany(block => block.Kept[column]).ToImmutableArray()), new SameTexts());
                Assert.Equal(data.Notes, blocks[^1].Notes);
                Assert.Equal(blocks.Select(block => block.First), blocks.Select((_, i) => (long)blocks.Take(i).Sum(block => block.Values.RowCount)));
                Assert.All(blocks, block => Assert.InRange(block.Values.RowCount, 0, rows));
            }
        }
    }

    [Fact]
    public void Values_of_blocks_may_be_larger_than_those_of_a_data_set()
    {
        using var stream = Stream("x,y\n1,-1e300\n2,3\n");

        var block = Assert.Single(DataReader.ReadBlocks(stream, 10)).Or(fault => throw new InvalidOperationException(fault.Message));

        Assert.Equal([1, -1e300, 2, 3], block.Values.Elements);
        Assert.False(Read("x,y\n1,-1e300\n2,3\n").TryGet(out _, out _));
    }

    [Fact]
    public void Blocks_are_read_when_they_are_pulled_and_cannot_number_words()
    {
        using var stream = Stream("x\n1\n2\nthree\n");
        using var blocks = DataReader.ReadBlocks(stream, 1).GetEnumerator();

        Assert.Equal(0, stream.Position);
        Assert.True(blocks.MoveNext() && blocks.Current.TryGet(out var first, out _) && first.Values[0, 0] == 1);
        Assert.True(blocks.MoveNext() && blocks.Current.TryGet(out _, out _));
        Assert.True(blocks.MoveNext() && !blocks.Current.TryGet(out _, out _));
        Assert.False(blocks.MoveNext());
        Assert.Throws<ArgumentException>(() => DataReader.ReadBlocks(stream, 1, new ReadOptions { Words = WordReading.Categories }));
        Assert.Throws<ArgumentOutOfRangeException>(() => DataReader.ReadBlocks(stream, 0));
        Assert.Throws<ArgumentNullException>(() => DataReader.ReadBlocks(null!, 1));
        Assert.Throws<ArgumentException>(() => new ColumnRoles([0]) { Kept = [-1] });
        Assert.Throws<ArgumentException>(() => new ColumnChoice { Kept = default });
        Assert.Throws<ArgumentException>(() => new ReadOptions { KnownWords = default });
    }

    [Fact]
    public void Known_words_are_read_in_blocks_as_in_the_whole()
    {
        var options = new ReadOptions { Words = WordReading.Truth, KnownWords = [["low", "high"], []] };
        using var stream = Stream("a,b\nhigh,1\nlow,2\nhigher,3\nhigh,4\n");

        double[] numbers = [.. DataReader.ReadBlocks(stream, 1, options).SelectMany(part => part.Match(block => block.Values.Elements, _ => []))];

        Assert.Equal([1, 1, 0, 2, 2, 3, 1, 4], numbers);
        var whole = Read("a\nb\na\nc\n", new ReadOptions { Words = WordReading.Categories });
        Assert.Equal(["a", "b", "c"], Assert.Single(whole.Match(data => data.Words, _ => [])));
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

    private sealed class SameTexts : IEqualityComparer<ImmutableArray<string>>
    {
        public bool Equals(ImmutableArray<string> x, ImmutableArray<string> y) => x.SequenceEqual(y);

        public int GetHashCode(ImmutableArray<string> obj) => obj.Length;
    }

    private static Outcome<ReadData, ReadFault> Fault(ReadFault fault) => fault;

    private static Outcome<ReadData, ReadFault> Read(string text, ReadOptions? options = null)
    {
        using var stream = Stream(text);
        return DataReader.Read(stream, options);
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
