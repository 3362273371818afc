namespace GmmPure.Tests;

/// <summary>The two writings of the same mathematics.</summary>
public enum Implementation
{
    /// <summary>The fused and vectorised kernels behind <see cref="Em"/>.</summary>
    Core,

    /// <summary>The equations of the book.</summary>
    Textbook,
}
