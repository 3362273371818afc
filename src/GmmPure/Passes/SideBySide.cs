namespace GmmPure.Kernels;

/// <summary>Work that is done side by side: each item's on one thread, none knowing of the others.</summary>
internal static class SideBySide
{
    /// <summary>Does something with each item.</summary>
    /// <param name="items">What with.</param>
    /// <param name="atATime">How many at a time; −1 for as many as there are cores.</param>
    /// <param name="work">What.</param>
    public static void ForEach<T>(ImmutableArray<T> items, int atATime, Action<T> work)
    {
        if (atATime == 1 || items.Length < 2)
        {
            foreach (var item in items)
            {
                work(item);
            }
        }
        else
        {
            var faults = new Exception?[items.Length];
            Parallel.For(0, items.Length, new ParallelOptions { MaxDegreeOfParallelism = atATime }, index =>
            {
                try
                {
                    work(items[index]);
                }
                catch (Exception fault)
                {
                    faults[index] = fault;
                }
            });
            if (faults.FirstOrDefault(fault => fault is not null) is { } first)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
            }
        }
    }
}
