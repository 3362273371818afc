namespace GmmPure;

/// <content>An element as text.</content>
public sealed partial record Iteration<TMixture>
{
    /// <summary>
    /// The element as one line of JSON, as a history file holds it; of element 0 also with column names, number of rows
    /// and ridge, and what was different from plain EM. An infinite objective is <c>null</c>.
    /// </summary>
    public string ToJson() => IterationJson.Write(this);
}
