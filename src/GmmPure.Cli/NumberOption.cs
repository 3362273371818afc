using System.CommandLine;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli;

/// <summary>Options that take a number: read strictly, with a message that says what is allowed.</summary>
internal static class NumberOption
{
    public static Option<int?> Count(
        string name, string valueName, int least, string description, params string[] aliases) =>
        Create<int?>(name, valueName, description, aliases, $"a whole number from {least} on", text =>
            Numbers.TryWhole(text, out long number) && number >= least && number < int.MaxValue ? (int)number : null);

    public static Option<long?> Whole(string name, string valueName, string description) =>
        Create<long?>(name, valueName, description, [], "a whole number below 2^63 in magnitude", text =>
            Numbers.TryWhole(text, out long number) ? number : null);

    public static Option<double?> NonNegative(string name, string valueName, string description) =>
        Create<double?>(name, valueName, description, [], "a finite number from 0 on", text =>
            Numbers.TryReal(text, out double number) && double.IsFinite(number) && number >= 0 ? number : null);

    private static Option<T> Create<T>(
        string name, string valueName, string description, string[] aliases, string allowed, Func<string, T> read) =>
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
                    result.AddError($"{name} takes {allowed}, not {Display.Field(text)}");
                }

                return value;
            },
        };
}
