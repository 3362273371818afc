using System.Text;
using GmmPure.Data;
using GmmPure.Data.Text;

namespace GmmPure.Cli.Tests.Reading;

/// <summary>A text has one meaning: however large the buffer, and in whatever pieces the text comes.</summary>
public sealed class CsvRecordsTests
{
    private const int UsualBuffer = 1 << 16;
    private const int LeastBuffer = 256;

    private static readonly string[] Fields =
    [
        "", "a", "7.25", " ", "\"\"", "\"a\"", "\"a,b\"", "\"a\"\"b\"", "\"\"\"\"", "\"a\r\nb\r\"", "\"\n\"", "\0", "ß", "\U0001F409",
        "a long field that no small buffer holds", $"\"{new string('x', 1500)}\"\"{new string('y', 700)}\"",
    ];

    private static readonly string[] Ends = [",", ",", ",", "\n", "\r", "\r\n", "\r\n"];

    [Theory]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n\r\n\r\n", "1: a|b", "2: 1|2", "3: 3|4")]
    [InlineData("a,b\r1,2\r\r", "1: a|b", "2: 1|2")]
    [InlineData("\"a\nb\",\"c\"\"d\"\n1,2\n", "1: a\nb|c\"d", "3: 1|2")]
    [InlineData("a\n\n1\n", "1: a", "line 2 is blank")]
    [InlineData("a\n \t\r\n\n1\n", "1: a", "line 2 is blank")]
    [InlineData("a\n\"\"\n1\n", "1: a", "2: ", "3: 1")]
    [InlineData("a\n1,\"2\n\n\"\"", "1: a", "line 2: a quotation mark is opened here")]
    [InlineData("a\n\"1\n2\",3,\"4\n5", "1: a", "line 3: a quotation mark is opened here")]
    [InlineData("a\n\"1\"\"", "1: a", "line 2: a quotation mark is opened here")]
    [InlineData("a\n\"1\n2\"3\n", "1: a", "line 3: misplaced")]
    [InlineData("a\n 1\"\n", "1: a", "line 2: misplaced")]
    public void A_text_is_the_records_that_one_would_say(string text, params string[] records)
    {
        Assert.Equal(records, Defined(text));
        AssertSame(records, Records(Stream(text), UsualBuffer));
    }

    [Fact]
    public void Every_short_text_means_what_the_definition_says_at_any_buffer_size()
    {
        const string Alphabet = "1,\"\r\n ";
        for (int length = 0; length <= 6; length++)
        {
            int texts = (int)Math.Pow(Alphabet.Length, length);
            for (int number = 0; number < texts; number++)
            {
                string text = string.Create(length, number, (characters, rest) =>
                {
                    for (int i = 0; i < characters.Length; i++, rest /= Alphabet.Length)
                    {
                        characters[i] = Alphabet[rest % Alphabet.Length];
                    }
                });
                string[] expected = Defined(text);
                AssertSame(expected, Records(Stream(text), UsualBuffer));
                AssertSame(expected, Records(Stream(text), bufferSize: LeastBuffer + (number % 4)));
            }
        }
    }

    [Fact]
    public void A_long_text_means_the_same_at_every_buffer_size_and_in_any_pieces()
    {
        var random = new Random(1);
        for (int time = 0; time < 60; time++)
        {
            string text = Text(random);
            string[] expected = Defined(text);
            string[] usual = Records(Stream(text), UsualBuffer);
            AssertSame(expected, usual);
            for (int bufferSize = LeastBuffer; bufferSize <= LeastBuffer + 70; bufferSize++)
            {
                Assert.Equal(usual, Records(Stream(text), bufferSize));
            }

            Assert.Equal(usual, Records(new SlowStream(text, 1), UsualBuffer));
            Assert.Equal(usual, Records(new SlowStream(text, 3, 1, 2), bufferSize: LeastBuffer));
            Assert.Equal(usual, Records(new SlowStream(text, random.Next(1, 40), random.Next(1, 40)), UsualBuffer));
        }
    }

    [Theory]
    [InlineData("x\n", ",", "line 2: more than 1000 characters without a line end")]
    [InlineData("x\n1\n\"2\n3\",\"4\n", "5\n", "line 4: a quotation mark is opened here and never closed")]
    public void A_record_that_never_ends_is_refused(string start, string rest, string fault)
    {
        string endless = start + string.Concat(Enumerable.Repeat(rest, 2000));
        Assert.Equal(fault, Records(Stream(endless), bufferSize: LeastBuffer, longest: 1000)[^1]);
    }

    /// <summary>The records, and the fault if there is one, by definition.</summary>
    private static string[] Defined(string text)
    {
        var (records, fault) = CsvDefinition.Read(text);
        return [.. records.Select(record => Show(record.Line, record.Fields)), .. fault is null ? Array.Empty<string>() : [fault]];
    }

    private static string Show(int line, string[] fields) => $"{line}: {string.Join('|', fields)}";

    /// <summary>The records, and the fault if there is one.</summary>
    private static string[] Records(Stream text, int bufferSize, int longest = 100_000)
    {
        var read = new List<string>();
        using var records = new CsvRecords(text, new CsvRecords.Layout(), bufferSize, longest);
        try
        {
            while (records.Read())
            {
                read.Add(Show((int)records.Line, records.Texts()));
            }
        }
        catch (ReadException fault)
        {
            read.Add(fault.Fault switch
            {
                ReadFault.BlankLine blank => $"line {blank.Line} is blank",
                ReadFault.QuoteNotClosed quote => $"line {quote.Line}: a quotation mark is opened here and never closed",
                ReadFault.QuoteMisplaced quote => $"line {quote.Line}: misplaced",
                ReadFault.EndlessRecord record => $"line {record.Line}: more than {record.Most} characters without a line end",
                var other => other.Message,
            });
        }

        return [.. read];
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>The same records, and a message that begins with the fault.</summary>
    private static void AssertSame(string[] expected, string[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(
            pair.First == pair.Second || pair.Second.StartsWith(pair.First, StringComparison.Ordinal),
            $"{pair.First} is read as {pair.Second}"));
    }

    /// <summary>Fields and what ends them; in every other text there is something where it should not be.</summary>
    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (int fields = random.Next(1, 60); fields > 0; fields--)
        {
            text.Append(Any(Fields, random)).Append(Any(Ends, random));
        }

        if (random.Next(2) == 0)
        {
            text.Insert(random.Next(text.Length), Any(Fields, random));
        }

        return text.Append(Any(["", "\n\n", "\r\n \r\n", "1"], random)).ToString();
    }

    private static string Any(string[] items, Random random) => items[random.Next(items.Length)];
}
