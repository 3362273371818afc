namespace GmmPure;

/// <content>The outcome of an M-step.</content>
public static partial class Outcome
{
    /// <summary>The outcome of an M-step or an estimate that has a maximum; for one that has none there is <c>Estimate.None</c>.</summary>
    /// <param name="model">Where the maximum is.</param>
    public static Outcome<TModel, Degeneracy> Of<TModel>(TModel model)
        where TModel : notnull => Success<TModel, Degeneracy>(model);
}
