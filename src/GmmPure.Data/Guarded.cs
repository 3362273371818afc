namespace GmmPure.Data;

/// <summary>The elements of a sequence up to what it throws, be it when it is made or when an element is pulled.</summary>
/// <typeparam name="T">The elements.</typeparam>
/// <param name="make">Makes the sequence.</param>
/// <param name="isEnd">What to do with what is thrown: true if it is the end of the sequence, false if it goes on to the caller.</param>
internal sealed class Guarded<T>(Func<IEnumerable<T>> make, Func<Exception, bool> isEnd) : IDisposable
{
    private IEnumerator<T>? elements;

    public T Current => elements!.Current;

    public bool MoveNext()
    {
        try
        {
            elements ??= make().GetEnumerator();
            return elements.MoveNext();
        }
        catch (Exception error)
        {
            if (isEnd(error))
            {
                return false;
            }

            throw;
        }
    }

    public void Dispose() => elements?.Dispose();
}
