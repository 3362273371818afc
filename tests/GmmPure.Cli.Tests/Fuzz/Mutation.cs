using System.Text;

namespace GmmPure.Cli.Tests.Fuzz;

/// <summary>Bytes as accidents leave them: flipped, lost, doubled, cut short, mixed with others.</summary>
internal static class Mutation
{
    private const int MostAccidents = 3;

    /// <param name="whole">Bytes that are right.</param>
    /// <param name="tokens">Texts that are apt to do harm where they do not belong.</param>
    /// <param name="random">Where chance comes from.</param>
    public static byte[] Of(byte[] whole, string[] tokens, Random random)
    {
        byte[] bytes = whole;
        for (int accidents = random.Next(1, MostAccidents + 1); accidents > 0; accidents--)
        {
            bytes = Accident(bytes, tokens, random);
        }

        return bytes;
    }

    private static byte[] Accident(byte[] bytes, string[] tokens, Random random)
    {
        int from = random.Next(bytes.Length + 1);
        int to = Math.Min(bytes.Length, from + (random.Next(4) == 0 ? random.Next(60) : random.Next(4)));
        byte[] before = bytes[..from];
        byte[] part = bytes[from..to];
        byte[] after = bytes[to..];
        byte[] token = Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Length)]);
        return random.Next(10) switch
        {
            0 => [.. before, .. part.Select(each => (byte)(each ^ (1 << random.Next(8)))), .. after],
            1 => [.. before, .. part.Select(_ => (byte)random.Next(256)), .. after],
            2 => [.. before, .. after],
            3 => before,
            4 => [.. before, .. part, .. part, .. after],
            5 => [.. before, .. after, .. part],
            6 => [.. part, .. before, .. after],
            7 => [.. before, .. token, .. part, .. after],
            _ => [.. before, .. token, .. after],
        };
    }
}
