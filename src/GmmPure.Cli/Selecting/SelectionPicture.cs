using GmmPure.Cli.Writing;
using GmmPure.Pictures;

namespace GmmPure.Cli.Selecting;

/// <summary>A comparison of models as a picture: the criterion that chooses first.</summary>
internal static class SelectionPicture
{
    public static Drawing Of(Selection selection) => CriteriaPicture.Of(
        from criterion in Enum.GetValues<Criterion>().OrderBy(each => each != selection.Request.Criterion)
        from candidate in selection.Candidates
        from structure in Lines(candidate, selection)
        select new CriterionValue(
            criterion.ToString().ToUpperInvariant(), structure, candidate.Components, candidate.Value(criterion)),
        Picture.Title(selection.Request.Data.Path),
        selection.Sizes);

    /// <summary>
    /// The structures of whose lines a model is a point: with one component, of all that are then the same model, for it was
    /// fitted once.
    /// </summary>
    private static IEnumerable<CovarianceStructure> Lines(Candidate candidate, Selection selection) =>
        selection.Candidates.Select(each => each.Structure).Distinct().Where(structure =>
            structure == candidate.Structure
            || (candidate.Components == 1 && Simplest(structure, selection) == Simplest(candidate.Structure, selection)));

    private static CovarianceStructure Simplest(CovarianceStructure structure, Selection selection) =>
        structure.Simplify(components: 1, selection.Data.Dimension);
}
