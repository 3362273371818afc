using System.Text;
using GmmPure.Data.Streams;

namespace GmmPure.Cli.Tests.Reading;

/// <summary>Lines are counted so that numbers have their place before they are read; nothing is lost by it.</summary>
public sealed class BegunStreamTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\nb", 2)]
    [InlineData("a\n1\n2\n3\n4\n5\n", 6)]
    [InlineData("a\r\nthe first bytes end within a line\r\n\r\n", 3)]
    public void Lines_are_counted_and_then_read(string text, int lines)
    {
        var begun = new BegunStream(new MemoryStream(Encoding.UTF8.GetBytes(text)), length: 6);

        Assert.Equal(lines, begun.CountLines());
        Assert.Equal(text, new StreamReader(begun).ReadToEnd());
    }

    [Fact]
    public void Many_lines_are_counted()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1.5,2\n", 100_000)) + "3,4");
        Assert.Equal(100_001, new BegunStream(new MemoryStream(text), length: 6).CountLines());
    }

    /// <summary>A device says that it can be sought in and is of length 0, and gives bytes for ever.</summary>
    [Fact]
    public void What_never_ends_is_not_counted_for_ever()
    {
        using var zeros = File.OpenRead("/dev/zero");
        Assert.Equal(1, new BegunStream(zeros, length: 6).CountLines());
    }

    [Fact]
    public void What_can_be_read_only_once_is_not_counted()
    {
        using var once = new BegunStream(new MemoryStream([1, 2, 3]), length: 1);
        Assert.Null(new BegunStream(once, length: 1).CountLines());
    }
}
