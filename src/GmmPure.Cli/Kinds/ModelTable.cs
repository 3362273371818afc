namespace GmmPure.Cli.Kinds;

/// <summary>The components of a mixture as a table.</summary>
internal static class ModelTable
{
    public static string Of(IMixture mixture) =>
        mixture is GaussianMixture gaussian ? GaussianTable.Of(gaussian) : FamilyTable.Of(mixture);
}
