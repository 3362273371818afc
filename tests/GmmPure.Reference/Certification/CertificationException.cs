namespace GmmPure.Reference;

/// <summary>A trace cannot be certified.</summary>
public sealed class CertificationException(string message) : Exception(message);
