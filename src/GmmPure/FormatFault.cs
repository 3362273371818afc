namespace GmmPure;

/// <summary>Why a text or bytes are not the value that they should be.</summary>
/// <param name="Member">The JSON member at fault; null if the text as a whole is.</param>
/// <param name="Detail">What is wrong with it.</param>
public sealed record FormatFault(string? Member, string Detail)
{
    /// <summary>What is wrong with the member, or with the text.</summary>
    public string Detail { get; init => field = Given.Value(value); } = Given.Value(Detail);

    /// <summary>The fault in words.</summary>
    public string Message => Member is null ? Detail : $"\"{Member}\": {Detail}";
}
