namespace GmmPure.Cli.Tests;

/// <summary>A small model and small data that belong together: two columns, two clusters.</summary>
internal static class Examples
{
    public const string Model = """
        {"format":"gmmpure-model","version":1,"covariance":"full","columns":["x","y"],"weights":[0.5,0.5],"means":[[0,1],[8,3]],"covariances":[[[1,0.5],[0.5,1]],[[2,0],[0,2]]]}
        """;

    public const string Csv = """
        x,y
        0.25,1.5
        -1,0.5
        0.5,2
        1.25,1.75
        -0.5,-0.5
        8.5,3
        7,4.5
        9.25,2.5
        8,1.25
        6.75,3.5

        """;

    /// <summary>The numbers of the data, row by row.</summary>
    public static double[][] Rows { get; } =
    [
        .. Csv.TrimEnd().Split('\n').Skip(1)
            .Select(line => line.Split(',').Select(field => double.Parse(field, provider: null)).ToArray()),
    ];

    /// <summary>A folder with the model and the data.</summary>
    public static Workspace InFolder()
    {
        var work = new Workspace();
        work.Write("m.json", Model);
        work.Write("d.csv", Csv);
        return work;
    }
}
