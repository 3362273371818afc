using GmmPure.Cli.Reading;
using GmmPure.Pictures;

namespace GmmPure.Cli.Writing;

/// <summary>Pictures as files.</summary>
internal static class Picture
{
    /// <summary>Draws a picture where the file will be, but not under its name. Without a path nothing is drawn.</summary>
    public static OutputFile Stage(string? path, Func<Drawing> draw, Shell shell) => path is null
        ? OutputFile.Stage(null, [], shell.Interruption)
        : shell.Compute(() => $"drawing {path}", () => OutputFile.Stage(path, [draw().ToSvg()], shell.Interruption));

    /// <summary>What stands above a picture: the name of the file that it is of.</summary>
    public static string Title(string path) => path is InputFile.StandardInput ? InputFile.Name(path) : Path.GetFileName(path);
}
