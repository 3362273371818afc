namespace GmmPure.Benchmarks.Peers;

/// <summary>Other software is not there, or does not do what it was asked for.</summary>
internal sealed class PeerFailureException(string message) : Exception(message);
