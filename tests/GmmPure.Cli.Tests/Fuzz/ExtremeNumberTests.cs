using System.Globalization;
using System.Text;

namespace GmmPure.Cli.Tests.Fuzz;

/// <summary>Numbers that are numbers, and whose squares, sums and quotients hardly are.</summary>
public sealed class ExtremeNumberTests
{
    private const int Times = 1500;

    private static readonly double[] Magnitudes =
        [0, 0, 1, 1, 1 + 2e-16, 3, 1e-8, 1e8, 1e15, 1e16, 1e-70, 1e70, 1e-135, 3.5e-136, 1e-136, 1e-160, 1e-300, 5e-324, 1e100, 1e135, 2.9e135];

    private static readonly string[] Structures = ["full", "tied", "diagonal", "tied-diagonal", "spherical", "tied-spherical"];

    [Fact]
    public void No_data_make_a_command_crash()
    {
        using var work = Examples.InFolder();
        var random = new Random(1);
        int done = 0;
        for (int time = 0; time < Times; time++)
        {
            byte[] data = Data(random);
            string structure = Any(Structures, random);
            string k = random.Next(1, 4).ToString(CultureInfo.InvariantCulture);
            string[] weights = random.Next(4) == 0 ? ["--weights", "c0"] : [];
            string[] ridge = random.Next(4) == 0 ? ["--ridge", Number(random).TrimStart('-')] : [];
            string init = random.Next(3) == 0 ? "random" : "kmeans++";
            string[] command = (time % 4) switch
            {
                0 => ["select", "-", "-k", $"1..{k}", "--restarts", "1", "--max-iterations", "3", "--init", init, "--json", .. weights, .. ridge],
                1 => ["predict", work.Write("m.json", Model(random)), "-", "--json"],
                2 => ["score", work.Write("m.json", Model(random)), "-", "--json", .. weights],
                _ => ["fit", "-", "-k", k, "--covariance", structure, "--restarts", "2", "--max-iterations", "4", "--init", init, .. weights, .. ridge,
                    random.Next(2) == 0 ? "--json" : "--trace", "--history", work.PathOf("h")],
            };
            var result = InProcess.Run(data, command);
            Outcome.Check(result, data, [.. command, time % 4 is 1 or 2 ? work.Read("m.json") : ""]);
            Assert.DoesNotContain("NaN", result.Output, StringComparison.Ordinal);
            done += result.Code == 0 ? 1 : 0;
        }

        Assert.InRange(done, Times / 10, Times * 9 / 10);
    }

    [Fact]
    public void No_start_makes_a_fit_crash()
    {
        using var work = Examples.InFolder();
        var random = new Random(2);
        for (int time = 0; time < Times; time++)
        {
            string start = Model(random);
            work.Write("m.json", start);
            byte[] data = random.Next(3) == 0 ? Encoding.UTF8.GetBytes(Examples.Csv) : Data(random);
            string[] command = ["fit", "-", "--start", work.PathOf("m.json"), "--max-iterations", "3", "--json", "--history", work.PathOf("h")];
            Outcome.Check(InProcess.Run(data, command), data, [.. command, start]);
            string[] sample = ["sample", work.PathOf("m.json"), "-n", "3"];
            Outcome.Check(InProcess.Run([], sample), [], [.. sample, start]);
        }
    }

    private static byte[] Data(Random random)
    {
        int columns = random.Next(1, 4);
        double[] scales = [.. Enumerable.Range(0, 3).Select(_ => Any(Magnitudes, random))];
        var text = new StringBuilder(string.Join(',', Enumerable.Range(0, columns).Select(column => $"c{column}"))).Append('\n');
        for (int rows = random.Next(1, 9); rows > 0; rows--)
        {
            text.AppendJoin(',', Enumerable.Range(0, columns).Select(column => random.Next(2) == 0 ? Number(random) : Scaled(scales[column], random)))
                .Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A model of one or two columns without names.</summary>
    private static string Model(Random random)
    {
        int columns = random.Next(1, 3);
        string means = string.Join(',', Enumerable.Range(0, columns).Select(_ => Number(random)));
        string[] variances = [.. Enumerable.Range(0, columns).Select(_ => Number(random).TrimStart('-'))];
        string covariance = columns == 1 ? $"[[{variances[0]}]]" : $"[[{variances[0]},0],[0,{variances[1]}]]";
        string weight = Any(["0.5", "0", "1e-300", "1", "0.25"], random);
        double rest = 1 - double.Parse(weight, CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"format\":\"gmmpure-model\",\"version\":1,\"covariance\":\"tied\",\"weights\":[{weight},{rest}],")
            + $"\"means\":[[{means}],[{string.Join(',', Enumerable.Repeat("0", columns))}]],\"covariances\":{covariance}}}";
    }

    private static string Number(Random random) =>
        (random.Next(2) == 0 ? "-" : "") + Any(Magnitudes, random).ToString("R", CultureInfo.InvariantCulture);

    private static string Scaled(double scale, Random random) => (scale * random.Next(-5, 6)).ToString("R", CultureInfo.InvariantCulture);

    private static T Any<T>(T[] items, Random random) => items[random.Next(items.Length)];
}
