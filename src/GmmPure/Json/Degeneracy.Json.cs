namespace GmmPure;

/// <content>A cause as text.</content>
public abstract partial record Degeneracy
{
    /// <summary>The cause as one JSON object, as a history file holds it.</summary>
    public string ToJson() => IterationJson.Cause(this);
}
