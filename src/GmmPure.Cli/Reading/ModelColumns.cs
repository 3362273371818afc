using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>How the columns of the data and those of a model are matched.</summary>
/// <param name="Model">The model.</param>
/// <param name="ModelPath">The model's file.</param>
/// <param name="Request">The data.</param>
internal sealed record ModelColumns(IMixture Model, string ModelPath, DataRequest Request)
{
    /// <summary>What each of the file's columns is.</summary>
    public ColumnRoles Choose(FileColumns columns) =>
        new ExpectedColumns(InputFile.Name(ModelPath), "a model", Model.ColumnNames, Model.Dimension, Request).Choose(columns);

    /// <summary>The model with names for its columns: its own, or those of the file.</summary>
    /// <param name="columns">The file's columns.</param>
    /// <param name="roles">Which of them are the observation.</param>
    public IMixture Named(FileColumns columns, ColumnRoles roles) => Model.ColumnNames.IsEmpty
        ? Model.WithColumnNames(roles.Observation.Select(column => columns.Names[column]))
        : Model;

    /// <summary>Both with the same names: those of the file, or the model's if the file has none.</summary>
    public (Dataset Data, IMixture Model) Name(ReadData read) => Model.ColumnNames.IsEmpty
        ? (read.Data, Model.WithColumnNames(read.Data.ColumnNames))
        : (read.Data.WithColumnNames(Model.ColumnNames), Model);
}
