namespace GmmPure.Data.Streams;

/// <summary>Streams that can be sought in, which some kinds of files need.</summary>
internal static class Sought
{
    /// <summary>The stream from its start; what can be read only once is held in memory.</summary>
    /// <param name="begun">The stream, of which the beginning was looked at.</param>
    /// <param name="stream">The same stream.</param>
    public static Stream Of(BegunStream begun, Stream stream)
    {
        if (stream.CanSeek)
        {
            stream.Position -= begun.Beginning.Length;
            return stream;
        }

        var memory = new MemoryStream();
        begun.CopyTo(memory);
        memory.Position = 0;
        return memory;
    }
}
