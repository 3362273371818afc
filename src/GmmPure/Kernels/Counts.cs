namespace GmmPure.Kernels;

/// <summary>A number that the compiler knows: what a kernel does for rows beyond it is not even compiled.</summary>
internal interface ICount
{
    static abstract int Value { get; }
}

internal readonly struct None : ICount
{
    public static int Value => 0;
}

internal readonly struct One : ICount
{
    public static int Value => 1;
}

internal readonly struct Two : ICount
{
    public static int Value => 2;
}

internal readonly struct Three : ICount
{
    public static int Value => 3;
}

internal readonly struct Four : ICount
{
    public static int Value => 4;
}
