namespace GmmPure.Cli.Tests.Cases;

/// <summary>Covariances that are singular in exact arithmetic are refused, however small pivots before the last one round it.</summary>
public sealed class SingularCaseTests
{
    private const string Folder = "60-singular-accepted";

    [Fact]
    public void Three_rows_carry_no_full_covariance_of_three_columns() =>
        InProcess.Run([], "fit", Case.File(Folder, "three-rows.csv"), "-k", "1").Fails(4, "3 rows are too few for a full covariance of 3 columns");

    [Fact]
    public void Whole_numbers_of_rank_four_carry_none_of_five()
    {
        string data = Case.File(Folder, "rank4.csv");

        InProcess.Run([], "fit", data, "-k", "1").Fails(4);
        InProcess.Run([], "fit", data, "--start", Case.File(Folder, "rank4-start.json"), "--tolerance", "0", "--max-iterations", "50").Fails(4);
    }
}
