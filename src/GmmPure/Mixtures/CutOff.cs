namespace GmmPure;

/// <summary>A number at which the most probable component of a mixture in one column changes.</summary>
/// <param name="Value">x, where the two are equally probable.</param>
/// <param name="Below">The most probable component just below x, counted from 0.</param>
/// <param name="Above">The most probable component just above x, counted from 0.</param>
public sealed record CutOff(double Value, int Below, int Above);
