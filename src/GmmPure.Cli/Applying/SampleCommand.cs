using System.CommandLine;
using CsvHelper;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;
using GmmPure.Data;

namespace GmmPure.Cli.Applying;

/// <summary><c>gmm sample</c>: rows drawn from a model.</summary>
internal static class SampleCommand
{
    private const string ComponentColumn = "component";

    public static Command Create(Shell shell)
    {
        var model = FileOption.Model();
        var count = NumberOption.Count("-n", "N", 1, "How many rows.", alias: "--count");
        count.Required = true;
        var seed = NumberOption.Seed();
        var withComponent = new Option<bool>("--with-component")
        {
            Description = $"Add a last column, {ComponentColumn}: where each row came from, counted from 0.",
        };
        var output = FileOption.Output("--out", "Write to a file instead of standard output.");
        var command = new Command("sample", "Draw rows from a model.") { model, count, seed, withComponent, output };
        command.SetAction(parsed =>
        {
            string? path = parsed.GetValue(output);
            Overwriting.Refuse("--out", path, ("the model", parsed.GetRequiredValue(model)));
            OutputFile.Check(path);
            var mixture = ModelFile.Read(shell, parsed.GetRequiredValue(model));
            var draws = mixture.Draws(parsed.GetValue(seed) ?? NumberOption.DefaultSeed).Take(parsed.GetValue(count)!.Value);
            bool isLabelled = parsed.GetValue(withComponent);
            Result.Write(shell, path, draws.Select(draw => Line(draw, isLabelled)).Prepend(Header(mixture, isLabelled)));
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static string Header(IMixture mixture, bool isLabelled)
    {
        var names = mixture.ColumnNames.IsEmpty ? FileColumns.Generate(mixture.Dimension).Names : mixture.ColumnNames;
        if (isLabelled && names.Contains(ComponentColumn, StringComparer.Ordinal))
        {
            throw FailureException.CommandLine($"--with-component: the model has a column \"{ComponentColumn}\" already");
        }

        using var text = new StringWriter();
        using var writer = CsvWriter.Create(
            text, new CsvWriterOptions { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace }, leaveOpen: true);
        writer.WriteRecord(isLabelled ? [.. names, ComponentColumn] : names.AsSpan());
        writer.Flush();
        return text.ToString().TrimEnd('\n');
    }

    private static string Line(Draw draw, bool isLabelled)
    {
        string row = string.Join(',', draw.Observation.Select(Digits.Exact));
        return isLabelled ? FormattableString.Invariant($"{row},{draw.Component}") : row;
    }
}
