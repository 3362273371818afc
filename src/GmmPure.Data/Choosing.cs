namespace GmmPure.Data;

/// <summary>Decides which of a file's columns are what, once they are known.</summary>
/// <param name="columns">The file's columns.</param>
internal delegate ColumnRoles Choosing(FileColumns columns);
