namespace GmmPure.Cli.Reading;

/// <summary>Reading a history file, whole and strictly: whatever is wrong is named by its line and member.</summary>
internal static class HistoryFile
{
    /// <param name="shell">Where standard input is.</param>
    /// <param name="path">The file.</param>
    /// <param name="structure">The covariance structure, if the command line gives it.</param>
    /// <param name="ridge">The ridge, likewise.</param>
    public static History Read(Shell shell, string path, CovarianceStructure? structure, double? ridge) =>
        InputFile.Read(shell, path, stream =>
        {
            using var text = InputFile.Text(stream);
            return Read(TextLines.Read(text, InputFile.Name(path)), InputFile.Name(path), structure, ridge);
        });

    private static History Read(IEnumerable<string> texts, string name, CovarianceStructure? structure, double? ridge)
    {
        HistoryHead? head = null;
        var lines = ImmutableArray.CreateBuilder<HistoryLine>();
        int blank = 0;
        foreach (var (index, text) in texts.Index())
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                blank = blank == 0 ? index + 1 : blank;
                continue;
            }

            if (blank > 0)
            {
                throw FailureException.Input($"{name}: line {blank}: there is nothing in it");
            }

            try
            {
                JsonMembers.Read(text, members =>
                {
                    head ??= HistoryLineReader.Head(members, structure, ridge);
                    lines.Add(HistoryLineReader.Line(members, index, head, lines.FirstOrDefault(), lines.LastOrDefault()));
                    return head;
                });
            }
            catch (MemberException fault)
            {
                throw FailureException.Input($"{name}: line {index + 1}: {fault.Message}");
            }
        }

        return head is null
            ? throw FailureException.Input($"{name}: there are no lines")
            : new History(name, head, lines.DrainToImmutable());
    }
}
