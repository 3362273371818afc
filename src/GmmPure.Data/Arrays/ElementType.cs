using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GmmPure.Data.Arrays;

/// <summary>What the elements of a NumPy array are.</summary>
/// <param name="Kind">f for floating-point numbers, i for whole ones, u for those from 0 on, b for truth values.</param>
/// <param name="Size">How many bytes one has.</param>
/// <param name="IsBigEndian">Whether the byte of most weight comes first.</param>
internal sealed record ElementType(char Kind, int Size, bool IsBigEndian)
{
    /// <summary>Whether the bytes of elements are those of our own numbers.</summary>
    public bool IsOwn => Kind is 'f' && Size == sizeof(double) && IsBigEndian != BitConverter.IsLittleEndian;

    /// <summary>The type that a header describes; null if its elements are no real numbers.</summary>
    public static ElementType? Of(string description) => description is ['\'', var order, var kind, var digit, '\'']
        && order is ('<' or '=' or '|' or '>')
        && ((kind, digit) is ('f', '2' or '4' or '8') or ('i' or 'u', '1' or '2' or '4' or '8') or ('b', '1'))
            ? new(kind, digit - '0', order is '>')
            : null;

    /// <summary>Numbers from their bytes.</summary>
    public void Convert(Span<byte> source, Span<double> numbers)
    {
        if (IsBigEndian == BitConverter.IsLittleEndian && Size > 1)
        {
            Reverse(source);
        }

        switch (Kind, Size)
        {
            case ('f', 2): Widen<Half>(source, numbers); break;
            case ('f', 4): Widen<float>(source, numbers); break;
            case ('f', _): MemoryMarshal.Cast<byte, double>(source).CopyTo(numbers); break;
            case ('i', 1): Widen<sbyte>(source, numbers); break;
            case ('i', 2): Widen<short>(source, numbers); break;
            case ('i', 4): Widen<int>(source, numbers); break;
            case ('i', _): Widen<long>(source, numbers); break;
            case ('u', 2): Widen<ushort>(source, numbers); break;
            case ('u', 4): Widen<uint>(source, numbers); break;
            case ('u', 8): Widen<ulong>(source, numbers); break;
            case ('b', _): Truth(source, numbers); break;
            default: Widen<byte>(source, numbers); break;
        }
    }

    /// <summary>An element as text, as short as tells it from its neighbours; whole numbers above 2⁵³ are rounded.</summary>
    public string Text(double number) => (Kind, Size) switch
    {
        ('f', 2) => ((Half)number).ToString("R", CultureInfo.InvariantCulture),
        ('f', 4) => ((float)number).ToString("R", CultureInfo.InvariantCulture),
        ('f', _) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => number.ToString("F0", CultureInfo.InvariantCulture),
    };

    private void Reverse(Span<byte> source)
    {
        switch (Size)
        {
            case 2: Reverse(MemoryMarshal.Cast<byte, ushort>(source)); break;
            case 4: Reverse(MemoryMarshal.Cast<byte, uint>(source)); break;
            default: Reverse(MemoryMarshal.Cast<byte, ulong>(source)); break;
        }
    }

    private static void Reverse(Span<ushort> elements) => BinaryPrimitives.ReverseEndianness(elements, elements);

    private static void Reverse(Span<uint> elements) => BinaryPrimitives.ReverseEndianness(elements, elements);

    private static void Reverse(Span<ulong> elements) => BinaryPrimitives.ReverseEndianness(elements, elements);

    private static void Widen<T>(ReadOnlySpan<byte> source, Span<double> numbers)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        var elements = MemoryMarshal.Cast<byte, T>(source);
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = double.CreateTruncating(elements[i]);
        }
    }

    private static void Truth(ReadOnlySpan<byte> source, Span<double> numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = source[i] == 0 ? 0 : 1;
        }
    }
}
