using System.Text;
using System.Text.Json;
using GmmPure.Pictures;

namespace GmmPure.Cli.Reading;

/// <summary>Reading a history file: a JSON object a line, each an iteration.</summary>
internal static class HistoryFile
{
    /// <summary>The longest line that is read, in characters: a model of a thousand columns fits.</summary>
    private const int LongestLine = 1 << 28;

    /// <summary>The iterations, in their order.</summary>
    public static ImmutableArray<Snapshot> Read(Shell shell, string path) => InputFile.Read(shell, path, stream =>
    {
        string name = InputFile.Name(path);
        using var text = new BoundedReader(InputFile.Text(stream), LongestLine);
        var moments = ImmutableArray.CreateBuilder<Snapshot>();
        string columns = "[]";
        foreach (string line in Lines(text, name))
        {
            string place = FormattableString.Invariant($"{name}: line {moments.Count + 1}");
            using var document = Parse(line, place);
            columns = moments.Count == 0 && document.RootElement.TryGetProperty("columns", out var names) ? names.GetRawText() : columns;
            var moment = Moment(document.RootElement, columns, place);
            Check(moment, moments, place);
            moments.Add(moment);
        }

        return moments.Count > 0
            ? moments.DrainToImmutable()
            : throw FailureException.Input($"{name}: there is no iteration in it");
    });

    /// <summary>The lines, one at a time: a history may be long, and what is none may never end.</summary>
    private static IEnumerable<string> Lines(BoundedReader text, string name)
    {
        var line = new StringBuilder();
        char[] buffer = new char[1 << 16];
        for (int count = Read(text, buffer, name); count > 0; count = Read(text, buffer, name))
        {
            int start = 0;
            for (int end = Array.IndexOf(buffer, '\n', 0, count); end >= 0; end = Array.IndexOf(buffer, '\n', start, count - start))
            {
                yield return line.Append(buffer, start, end - start).ToString();
                line.Clear();
                text.Restart();
                start = end + 1;
            }

            line.Append(buffer, start, count - start);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static int Read(BoundedReader text, char[] buffer, string name)
    {
        try
        {
            return text.Read(buffer, 0, buffer.Length);
        }
        catch (InvalidDataException endless)
        {
            throw FailureException.Input($"{name}: {endless.Message} are no line of a history");
        }
    }

    private static JsonDocument Parse(string line, string place)
    {
        try
        {
            var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw FailureException.Input($"{place}: not an iteration: it is no JSON object");
        }
        catch (JsonException)
        {
            throw FailureException.Input($"{place}: not an iteration: it is no JSON object, or cut short");
        }
    }

    /// <summary>The parameters are those of a model file, which is strict about them.</summary>
    private static Snapshot Moment(JsonElement line, string columns, string place)
    {
        if (!(line.TryGetProperty("iteration", out var index) && index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out int number) && number >= 0))
        {
            throw FailureException.Input($"{place}: \"iteration\": must be a whole number from 0 on");
        }

        if (!(line.TryGetProperty("log_likelihood", out var height)
            && height.ValueKind == JsonValueKind.Number
            && height.TryGetDouble(out double logLikelihood)
            && double.IsFinite(logLikelihood * 4)))
        {
            throw FailureException.Input($"{place}: \"log_likelihood\": must be a finite number");
        }

        var model = GaussianMixture.TryParse(Model(line, columns))
            .Or(fault => throw FailureException.Input($"{place}: {fault.Message}"));
        return new Snapshot(number, logLikelihood, model);
    }

    /// <summary>A line of a history as a model file.</summary>
    private static string Model(JsonElement line, string columns)
    {
        var model = new StringBuilder("{\"format\":\"gmmpure-model\",\"version\":1,\"columns\":").Append(columns);
        foreach (var member in line.EnumerateObject().Where(member => member.Name is "covariance" or "weights" or "means" or "covariances"))
        {
            model.Append(",\"").Append(member.Name).Append("\":").Append(member.Value.GetRawText());
        }

        return model.Append('}').ToString();
    }

    /// <summary>Refuses an iteration that does not follow the one before.</summary>
    private static void Check(Snapshot moment, ImmutableArray<Snapshot>.Builder before, string place)
    {
        if (before.Count == 0)
        {
            return;
        }

        if (moment.Index <= before[^1].Index)
        {
            throw FailureException.Input(FormattableString.Invariant(
                $"{place}: \"iteration\": {moment.Index} does not follow {before[^1].Index}"));
        }

        var first = before[0].Model;
        if (moment.Model.ComponentCount != first.ComponentCount || moment.Model.Dimension != first.Dimension || moment.Model.Structure != first.Structure)
        {
            throw FailureException.Input($"{place}: another kind of model than in line 1");
        }
    }
}
