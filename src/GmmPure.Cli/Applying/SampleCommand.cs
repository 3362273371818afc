using System.CommandLine;
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
            var words = Families.Family.CategoriesOf(mixture);
            Func<Draw, string> observation = words.Any(column => !column.Words.IsEmpty)
                ? draw => CsvText.Record([.. draw.Observation.Zip(words, Field)])
                : draw => string.Join(',', draw.Observation.Select(Digits.Exact));
            Result.Write(
                shell, path, draws.Select(draw => Line(draw, observation, isLabelled)).Prepend(Header(mixture, isLabelled)));
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

        return CsvText.Record(isLabelled ? [.. names, ComponentColumn] : names.AsSpan());
    }

    private static string Line(Draw draw, Func<Draw, string> observation, bool isLabelled) =>
        isLabelled ? FormattableString.Invariant($"{observation(draw)},{draw.Component}") : observation(draw);

    /// <summary>The word that a number stands for, or the number.</summary>
    private static string Field(double value, Families.Categories column) =>
        column.Words.IsEmpty ? Digits.Exact(value) : column.Words[(int)value];
}
