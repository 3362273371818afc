namespace GmmPure.Cli;

/// <summary>
/// The end of a command that cannot do its job: an exit code, and what is wrong and where. Only the shell throws it, and
/// only <see cref="CommandLine.Run"/> catches it and prints its one line.
/// </summary>
internal sealed class FailureException : Exception
{
    private FailureException(ExitCode code, string message)
        : base(message) => Code = code;

    public ExitCode Code { get; }

    public static FailureException CommandLine(string message) => new(ExitCode.WrongCommandLine, message);

    public static FailureException Input(string message) => new(ExitCode.WrongInput, message);

    /// <summary>A row that is so far from every component that its density is 0, or that none can have made.</summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="label">The component that it is known to belong to, if that alone does not reach it.</param>
    /// <param name="data">What messages call the data.</param>
    /// <param name="model">What they call the model.</param>
    /// <param name="isReal">Whether every row is possible, however far.</param>
    public static FailureException Unreachable(long row, int? label, string data, string model, bool isReal) =>
        Input(FormattableString.Invariant($"{data}: row {row + 1} is ")
            + (isReal
                ? $"too far from every component of {model} to have a density"
                : label is { } component ? FormattableString.Invariant($"impossible under component {component} of {model}, its label")
                : $"impossible under every component of {model}"));

    /// <summary>Rows that have densities whose logarithms cannot be summed, or divided by the weights.</summary>
    public static FailureException Overflow(string data, string model) =>
        Input($"{data}: the rows are too far from every component of {model} to have a log-likelihood: it overflows");

    public static FailureException Diverged(string message) => new(ExitCode.Diverged, message);

    public static FailureException Degenerate(string message) => new(ExitCode.DegenerateFit, message);
}
