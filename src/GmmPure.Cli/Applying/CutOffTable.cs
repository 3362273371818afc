using GmmPure.Cli.Kinds;
using GmmPure.Cli.Writing;
using GmmPure.Data;

namespace GmmPure.Cli.Applying;

/// <summary>Where the most probable component of a mixture in one column changes, as a table or as JSON.</summary>
/// <param name="Model">The mixture.</param>
/// <param name="CutOffs">The numbers, ascending.</param>
internal sealed record CutOffTable(IMixture Model, ImmutableArray<CutOff> CutOffs)
{
    public static CutOffTable Of(IMixture model)
    {
        var named = model.ColumnNames.IsEmpty ? model.WithColumnNames(FileColumns.Generate(model.Dimension).Names) : model;
        return new CutOffTable(named, named.CutOffs());
    }

    private string Column => Model.ColumnNames[0];

    /// <summary>The components that are the most probable somewhere.</summary>
    private ImmutableArray<int> Seen => CutOffs is [var first, ..]
        ? [.. CutOffs.Select(cutOff => cutOff.Above).Prepend(first.Below).Distinct().Order()]
        : [Model.MostProbableComponents(Dataset.FromValues([Model.Quantile(0.5)]).WithColumnNames(Model.ColumnNames))[0]];

    private ImmutableArray<int> Unseen => [.. Enumerable.Range(0, Model.ComponentCount).Except(Seen)];

    public string ToTable()
    {
        string table = CutOffs.IsEmpty
            ? $"  component {Seen[0]} is the most probable everywhere\n"
            : TableText.Of(
                [new TextColumn(Column), new TextColumn("below"), new TextColumn("above"), new TextColumn("share below")],
                CutOffs.Select(cutOff => new[]
                {
                    Digits.Short(cutOff.Value),
                    Digits.Whole(cutOff.Below),
                    Digits.Whole(cutOff.Above),
                    ColumnFormat.Weight(Model.Cdf(cutOff.Value)),
                }));
        string rest = CutOffs.IsEmpty || Unseen.IsEmpty
            ? string.Empty
            : $"\n  nowhere the most probable: {string.Join(", ", Unseen.Select(component => $"component {component}"))}\n";
        return $"{ModelTable.Of(Model)}\n{table}{rest}";
    }

    public string ToJson() => JsonText.Object(writer =>
    {
        writer.WriteString("column", Column);
        writer.Array("cut_offs", CutOffs, cutOff =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("value", cutOff.Value);
            writer.WriteNumber("below", cutOff.Below);
            writer.WriteNumber("above", cutOff.Above);
            writer.WriteNumber("share_below", Model.Cdf(cutOff.Value));
            writer.WriteEndObject();
        });
        writer.Array("most_probable_somewhere", Seen, writer.WriteNumberValue);
    }) + "\n";
}
