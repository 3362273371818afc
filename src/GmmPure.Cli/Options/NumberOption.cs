using System.CommandLine;

namespace GmmPure.Cli.Options;

/// <summary>Options that take a number: read strictly, with a message that says what is allowed.</summary>
internal static class NumberOption
{
    /// <summary>The seed if none is given.</summary>
    public const long DefaultSeed = 1;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<int?> Count(
        string name, string valueName, int least, string description, int most = int.MaxValue - 1, string? alias = null) =>
        Create<int?>(name, valueName, description, alias is null ? [] : [alias], text => Range(text, least, most), text =>
            Numbers.TryWhole(text, out long number) && number >= least && number <= most ? (int)number : null);

    /// <summary>The seed of everything random.</summary>
    public static Option<long?> Seed() =>
        Create<long?>(
            "--seed",
            "N",
            FormattableString.Invariant($"The seed of everything random; {DefaultSeed} by default."),
            [],
            _ => "a whole number below 2^63 in magnitude",
            text => Numbers.TryWhole(text, out long number) ? number : null);

    /// <summary>A finite number that is not negative, nor above <paramref name="most"/>.</summary>
    public static Option<double?> NonNegative(
        string name, string valueName, string description, double most = double.MaxValue) =>
        Create<double?>(
            name,
            valueName,
            description,
            [],
            text => Numbers.TryReal(text, out double number) && double.IsFinite(number) && number > most
                ? FormattableString.Invariant($"a number from 0 to {most:G3}")
                : "a finite number from 0 on",
            text => Numbers.TryReal(text, out double number) && number >= 0 && number <= most ? number : null);

    /// <summary>A number from 0 to 1.</summary>
    public static Option<double?> Share(string name, string valueName, string description) => Create<double?>(
        name,
        valueName,
        description,
        [],
        _ => "a number from 0 to 1",
        text => Numbers.TryReal(text, out double number) && number is >= 0 and <= 1 ? number : null);

    /// <summary>What is allowed; where there is hardly a limit, that is worth saying only to who exceeds it.</summary>
    private static string Range(string text, int least, int most) => FormattableString.Invariant(
        most < int.MaxValue - 1 || (Numbers.TryReal(text, out double number) && number > most)
            ? (FormattableString)$"a whole number from {least} to {most}"
            : $"a whole number from {least} on");

    private static Option<T> Create<T>(
        string name, string valueName, string description, string[] aliases, Func<string, string> allowed, Func<string, T> read) =>
        new(name, aliases)
        {
            Description = description,
            HelpName = valueName,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                var value = read(text);
                if (value is null)
                {
                    result.AddError($"{name} takes {allowed(text)}, not {Display.Field(text)}");
                }

                return value;
            },
        };
}
