namespace GmmPure.Textbook;

/// <summary>128 bits: 38 decimal digits.</summary>
public readonly record struct Bits128 : IPrecision
{
    /// <inheritdoc/>
    public static int Bits => 128;
}

/// <summary>256 bits: 77 decimal digits.</summary>
public readonly record struct Bits256 : IPrecision
{
    /// <inheritdoc/>
    public static int Bits => 256;
}

/// <summary>320 bits: 96 decimal digits.</summary>
public readonly record struct Bits320 : IPrecision
{
    /// <inheritdoc/>
    public static int Bits => 320;
}

/// <summary>512 bits: 154 decimal digits.</summary>
public readonly record struct Bits512 : IPrecision
{
    /// <inheritdoc/>
    public static int Bits => 512;
}
