namespace GmmPure.Kernels;

/// <summary>Work that is done by several threads at once, whose results are taken one by one in order.</summary>
internal sealed class Turns
{
    private readonly object gate = new();
    private int nextToBegin;
    private int nextToTake;
    private bool hasFailed;

    /// <summary>Does the first piece that nobody has begun, waits until all before it are taken, and takes its result.</summary>
    /// <remarks>Whoever waits, waits for a piece that another thread has begun, so that nobody waits for ever.</remarks>
    public void Take<T>(Func<int, T> work, Action<T> take)
    {
        int piece = Interlocked.Increment(ref nextToBegin) - 1;
        try
        {
            var result = work(piece);
            lock (gate)
            {
                while (nextToTake != piece && !hasFailed)
                {
                    Monitor.Wait(gate);
                }

                take(result);
                nextToTake++;
                Monitor.PulseAll(gate);
            }
        }
        catch
        {
            Fail();
            throw;
        }
    }

    private void Fail()
    {
        lock (gate)
        {
            hasFailed = true;
            Monitor.PulseAll(gate);
        }
    }
}
