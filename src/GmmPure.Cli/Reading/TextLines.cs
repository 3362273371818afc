using System.Text;

namespace GmmPure.Cli.Reading;

/// <summary>The lines of a text, each of which must fit into memory.</summary>
internal static class TextLines
{
    private const int LongestLine = 1 << 28;

    /// <summary>Reads the lines lazily, without their ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="longest">How many characters a line may have, roughly.</param>
    public static IEnumerable<string> Read(TextReader text, string name, int longest = LongestLine)
    {
        var line = new StringBuilder();
        char[] part = new char[1 << 16];
        for (int number = 1, count; (count = text.Read(part, 0, part.Length)) > 0;)
        {
            int start = 0;
            for (int end; (end = Array.IndexOf(part, '\n', start, count - start)) >= 0; start = end + 1, number++)
            {
                yield return line.Append(part, start, end - start).ToString().TrimEnd('\r');
                line.Clear();
            }

            line.Append(part, start, count - start);
            if (line.Length > longest)
            {
                throw FailureException.Input($"{name}: line {number} has more than {longest} characters");
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
