using GmmPure.Cli.Writing;
using GmmPure.Pictures;

namespace GmmPure.Cli.Selecting;

/// <summary>A comparison of models as a picture: the criterion that chooses first.</summary>
internal static class SelectionPicture
{
    public static Drawing Of(SelectRun run) => CriteriaPicture.Of(
        from criterion in Enum.GetValues<Criterion>().OrderBy(each => each != run.Request.Criterion)
        from candidate in run.Found.Candidates
        from structure in Lines(candidate, run)
        select new CriterionValue(
            criterion.ToString().ToUpperInvariant(), structure, candidate.Components, candidate.Value(criterion)),
        Picture.Title(run.Request.Data.Path),
        run.Sizes);

    /// <summary>
    /// The structures of whose lines a model is a point: with one component, of all that are then the same model, for it was
    /// fitted once.
    /// </summary>
    private static IEnumerable<CovarianceStructure> Lines(Candidate candidate, SelectRun run) =>
        run.Found.Candidates.Select(each => each.Structure).Distinct().Where(structure =>
            structure == candidate.Structure
            || (candidate.Components == 1 && Simplest(structure, run) == Simplest(candidate.Structure, run)));

    private static CovarianceStructure Simplest(CovarianceStructure structure, SelectRun run) =>
        structure.Simplify(components: 1, run.Data.Dimension);
}
