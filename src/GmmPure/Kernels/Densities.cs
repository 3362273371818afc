namespace GmmPure.Kernels;

/// <summary>The logarithms of K components' weighted densities on a tile: the first half of the E-step.</summary>
internal abstract class Densities
{
    /// <summary>Whether they are evaluated panel by panel, of tiles that hold no more.</summary>
    public virtual bool GoInPanels => false;

    /// <summary>Terms become a_k(x) of the tile's samples.</summary>
    public abstract void Evaluate(Tile tile);
}
