using System.Text;

namespace GmmPure.Cli.Tests.Streams;

/// <summary>Memory that does not suffice is no defect of the command, whether one thread finds out or several.</summary>
public sealed class MemoryTests
{
    public static TheoryData<string> Ways => ["one", "several", "several of several", "no start", "no room to load", "no room of the system"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_does_not_fit_is_said_in_one_line(string way)
    {
        var one = new InsufficientMemoryException();
        var several = new AggregateException(one, one);
        using var input = new FullMemory(way switch
        {
            "one" => one,
            "several" => several,
            "no start" => new TypeInitializationException("Some.Type", new IOException("Cannot allocate memory", 12)),
            "no room to load" => new FileNotFoundException("no such file", "System.Text.Json, Version=10.0.0.0, Culture=neutral"),
            "no room of the system" => new IOException("Cannot allocate memory", 12),
            _ => new AggregateException(several),
        });
        using var error = new MemoryStream();
        using (var shell = new Shell(input, new MemoryStream(), error, isTerminal: false))
        {
            Assert.Equal(ExitCode.WrongInput, CommandLine.Run(["verify", "-", Gmm.OldFaithful], shell));
        }

        Assert.Equal("gmm: there is not enough memory for this\n", Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>A million rows, in memory that does not hold all that is said of them: which is what one JSON object takes.</summary>
    [Fact]
    public async Task Predict_holds_some_rows_at_a_time()
    {
        const int Rows = 1_000_000;
        var little = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_GCHeapHardLimit"] = "0x3000000" };
        using var work = Examples.InFolder();
        string data = work.PathOf("long.csv");
        await using (var writer = new StreamWriter(data))
        {
            await writer.WriteAsync("id,x,y\n");
            for (int row = 0; row < Rows; row++)
            {
                await writer.WriteAsync($"{row},{row % 2 * 8},{row % 5}\n");
            }
        }

        string[] predict = ["predict", work.PathOf("m.json"), data];
        (await Gmm.RunWith(little, string.Empty, [.. predict, "--json"])).Fails(3, "not enough memory");
        (await Gmm.RunWith(little, string.Empty, [.. predict, "--keep", "id", "--outliers", "0.01", "--out", work.PathOf("out")])).AssertCode(0);

        int count = 0;
        foreach (string line in File.ReadLines(work.PathOf("out")).Skip(1))
        {
            Assert.StartsWith(FormattableString.Invariant($"{count},{count % 2},"), line, StringComparison.Ordinal);
            count++;
        }

        Assert.Equal(Rows, count);
    }

    /// <summary>Input that cannot be held.</summary>
    private sealed class FullMemory(Exception fault) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw fault;

        public override int Read(byte[] buffer, int offset, int count) => throw fault;
    }
}
