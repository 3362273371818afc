using System.Text;

namespace GmmPure.Cli.Tests.Streams;

/// <summary>Memory that does not suffice is no defect of the command, whether one thread finds out or several.</summary>
public sealed class MemoryTests
{
    public static TheoryData<string> Ways => ["one", "several", "several of several"];

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
            _ => new AggregateException(several),
        });
        using var error = new MemoryStream();
        using (var shell = new Shell(input, new MemoryStream(), error, isTerminal: false))
        {
            Assert.Equal(ExitCode.WrongInput, CommandLine.Run(["verify", "-", Gmm.OldFaithful], shell));
        }

        Assert.Equal("gmm: there is not enough memory for this\n", Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Input that cannot be held.</summary>
    private sealed class FullMemory(Exception fault) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw fault;

        public override int Read(byte[] buffer, int offset, int count) => throw fault;
    }
}
