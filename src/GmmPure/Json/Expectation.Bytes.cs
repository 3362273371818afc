using System.Buffers.Binary;
using GmmPure.Kernels;
using BranchNumbers = System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<double>>;

namespace GmmPure;

/// <content>An expectation as bytes, to travel from where the rows are to where they are merged.</content>
public sealed partial record Expectation
{
    /// <summary>"GMMX", and the version of the layout.</summary>
    private const long Mark = 0x0001_0000_584D_4D47;

    /// <summary>How many lists of numbers a branch has: ℓ, counts, first and second moments, the latter three with errors.</summary>
    private const int ListsOfBranch = 7;

    /// <summary>
    /// The expectation as bytes, from which <see cref="TryParse(ReadOnlySpan{byte})"/> makes an equal one: a mark, the layout's shape (0 full,
    /// 1 diagonal, 2 trace, 3 none) and whether it is pooled (1), K, D, the first leaf, the number of rows, the reference points, and of
    /// each branch its level, its index and its lists of numbers. If a row has density 0, its number and its label (or −1) follow. All
    /// are eight bytes, the least significant first.
    /// </summary>
    public ImmutableArray<byte> ToBytes() => BytesOf(Layout, Reference, FirstLeaf, RowCount, Branches, Unreachable);

    private static ImmutableArray<byte> BytesOf(
        MomentLayout layout,
        Table reference,
        long firstLeaf,
        long rowCount,
        IEnumerable<(int Level, long Index, BranchNumbers Numbers)> branches,
        Degeneracy.Unreachable? unreachable)
    {
        var words = ImmutableArray.CreateBuilder<long>();
        words.AddRange(
            Mark, MomentShape.Full - layout.Shape, layout.IsPooled ? 1 : 0, reference.RowCount, reference.ColumnCount, firstLeaf, rowCount);
        words.AddRange(reference.Elements.Select(BitConverter.DoubleToInt64Bits));
        foreach (var (level, index, lists) in branches)
        {
            words.AddRange(level, index);
            foreach (var list in lists)
            {
                words.Add(list.Length);
                words.AddRange(list.Select(BitConverter.DoubleToInt64Bits));
            }
        }

        if (unreachable is { } row)
        {
            words.AddRange(row.Row, row.Label ?? -1);
        }

        byte[] bytes = new byte[Table.SizeOf(words.Count, sizeof(long))];
        for (int i = 0; i < words.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), words[i]);
        }

        return Content.Freeze(bytes);
    }

    /// <summary>Reads what <see cref="ToBytes"/> gave, or says what is wrong with it.</summary>
    /// <param name="bytes">All of the bytes, and nothing else.</param>
    public static Outcome<Expectation, FormatFault> TryParse(ReadOnlySpan<byte> bytes)
    {
        var reader = new WordReader(bytes);
        if (bytes.Length % sizeof(long) != 0 || reader.Next() != Mark)
        {
            return Fail("the bytes are not an expectation of this version");
        }

        var (shape, pooled) = (reader.Next(), reader.Next());
        var (components, dimension, firstLeaf, rowCount) = (reader.Next(), reader.Next(), reader.Next(), reader.Next());
        if (shape is < 0 or > (long)MomentShape.Full || pooled is < 0 or > 1
            || firstLeaf is < 0 or > MostLeaves || rowCount is < 0 or > RowBlock.MostRows
            || components is <= 0 or > int.MaxValue || dimension is <= 0 or > int.MaxValue
            || components > reader.Left / dimension)
        {
            return Fail("the layout, the shape or the rows are not possible");
        }

        var layout = new MomentLayout(MomentShape.Full - (int)shape, IsPooled: pooled == 1);
        if (layout.Count((int)components, (int)dimension) > (rowCount > 0 ? reader.Left : Array.MaxLength))
        {
            return Fail("the bytes are fewer than the layout needs");
        }

        var reference = Table.Create((int)components, (int)dimension, reader.Numbers((int)(components * dimension)));
        var branches = ImmutableArray.CreateBuilder<(int Level, long Index, BranchNumbers Numbers)>();
        foreach (var (level, index) in BranchesOver(firstLeaf, rowCount))
        {
            if (reader.Next() != level || reader.Next() != index)
            {
                return Fail("the branches are not those of the rows");
            }

            BranchNumbers lists = [.. reader.Lists(ListsOfBranch)];
            if (!lists.Select(list => list.Length).SequenceEqual(Passes.Fastest.BranchLengths(layout, reference)))
            {
                return Fail("a branch has not the numbers that the layout needs");
            }

            if (!lists.All(list => list.All(double.IsFinite)))
            {
                return Fail("a sum is not a finite number");
            }

            branches.Add((level, index, lists));
        }

        var unreachable = reader.Left == 2 ? UnreachableOf(reader.Next(), reader.Next()) : null;
        return reader.Left > 0 ? Fail("bytes are left over")
            : unreachable is { } row && (row.Label >= components || row.Row / LeafRows < firstLeaf || row.Row - (firstLeaf * LeafRows) >= rowCount)
                ? Fail("the row of density 0 is not one of the rows")
            : Outcome.Success<Expectation, FormatFault>(Of(layout, reference, firstLeaf, rowCount, branches, unreachable));
    }

    private static Degeneracy.Unreachable UnreachableOf(long row, long label) =>
        new(row, label is >= 0 and <= int.MaxValue ? (int)label : null, double.NegativeInfinity);

    private static Outcome<Expectation, FormatFault> Fail(string message) =>
        Outcome.Failure<Expectation, FormatFault>(new FormatFault(null, message));

    /// <summary>The largest whole branches over some leaves, in their order.</summary>
    private static IEnumerable<(int Level, long Index)> BranchesOver(long firstLeaf, long rowCount)
    {
        long end = firstLeaf + (rowCount / LeafRows) + (rowCount % LeafRows == 0 ? 0 : 1);
        for (long leaf = firstLeaf; leaf < end;)
        {
            int level = 0;
            while ((leaf & ((2L << level) - 1)) == 0 && leaf + (2L << level) <= end)
            {
                level++;
            }

            yield return (level, leaf >> level);
            leaf += 1L << level;
        }
    }

    /// <summary>Reads words one after the other; beyond the end, zeros.</summary>
    private ref struct WordReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        public readonly int Left => rest.Length / sizeof(long);

        public long Next()
        {
            if (Left == 0)
            {
                return 0;
            }

            long word = BinaryPrimitives.ReadInt64LittleEndian(rest);
            rest = rest[sizeof(long)..];
            return word;
        }

        public ImmutableArray<double> Numbers(int count)
        {
            double[] numbers = new double[Math.Clamp(count, 0, Left)];
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = BitConverter.Int64BitsToDouble(Next());
            }

            return Content.Freeze(numbers);
        }

        public BranchNumbers Lists(int count)
        {
            var lists = ImmutableArray.CreateBuilder<ImmutableArray<double>>(count);
            for (int i = 0; i < count; i++)
            {
                lists.Add(Numbers((int)Math.Clamp(Next(), 0, int.MaxValue)));
            }

            return lists.MoveToImmutable();
        }
    }
}
