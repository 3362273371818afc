using System.Runtime.CompilerServices;
using System.Text;

namespace GmmPure.Data.Text;

/// <summary>Fields as bytes.</summary>
internal static class FieldText
{
    /// <summary>The field without blanks around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty || (field[0] > ' ' && field[^1] > ' '))
        {
            return field;
        }

        return field.Trim(" \t"u8);
    }

    /// <summary>Whether nothing can be seen in it.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> field)
    {
        var trimmed = Trim(field);
        return trimmed.IsEmpty || ((trimmed[0] <= ' ' || trimmed[0] >= 0x80) && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(trimmed)));
    }
}
