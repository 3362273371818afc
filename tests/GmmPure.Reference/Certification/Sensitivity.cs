namespace GmmPure.Reference;

/// <summary>How well an element of a history can be known.</summary>
/// <param name="Start">How far it moves if θ_0 is moved by a rounding.</param>
/// <param name="Steps">How far it moves if each θ_t up to its own is moved by a rounding.</param>
public sealed record Sensitivity(Apart Start, Apart Steps);
