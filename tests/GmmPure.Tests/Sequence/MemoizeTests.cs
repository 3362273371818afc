using System.Collections;

namespace GmmPure.Tests;

/// <summary>Sharing made explicit: each element is computed once.</summary>
public class MemoizeTests
{
    [Fact]
    public void Each_element_is_computed_once_however_often_it_is_enumerated()
    {
        int computed = 0;
        var shared = Enumerable.Range(0, 5).Select(i => i + (0 * computed++)).Memoize();

        Assert.Equal(0, computed);
        Assert.Equal([0, 1], shared.Take(2));
        Assert.Equal(2, computed);
        Assert.Equal([0, 1, 2, 3, 4], shared);
        Assert.Equal([0, 1, 2, 3, 4], shared);
        Assert.Equal(5, computed);
    }

    [Fact]
    public void Enumerations_may_be_interleaved()
    {
        var shared = Enumerable.Range(0, 100).Memoize();

        Assert.Equal(Enumerable.Range(0, 100).Select(i => (i, i)), shared.Zip(shared));
    }

    [Fact(Timeout = 60_000)]
    public async Task From_several_threads_each_element_is_still_computed_once()
    {
        var cancelled = TestContext.Current.CancellationToken;
        int computed = 0;
        var shared = Enumerable.Range(0, 2000).Select(i =>
        {
            // Long enough for every reader to arrive while the first element is being computed.
            Thread.Sleep(i == 0 ? 100 : 0);
            Interlocked.Increment(ref computed);
            return i;
        }).Memoize();
        using var together = new Barrier(4);

        int[] sums = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(cancelled);
                return shared.Sum();
            },
            cancelled,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))).WaitAsync(cancelled);

        Assert.All(sums, sum => Assert.Equal(1999000, sum));
        Assert.Equal(2000, computed);
    }

    [Fact]
    public void It_is_lazy_and_an_endless_source_stays_endless()
    {
        var endless = Em.Iterate(Files.Galaxies, Initial.KMeansPlusPlus(Files.Galaxies, 2, 1)).Memoize();
        var throwing = Enumerable.Repeat(0, 1).Select<int, int>(_ => throw new InvalidOperationException()).Memoize();

        Assert.Same(endless.ElementAt(3), endless.ElementAt(3));
        Assert.Throws<InvalidOperationException>(() => throwing.First());
    }

    [Fact]
    public void What_the_source_throws_reaches_every_reader_after_the_elements_before_it()
    {
        var shared = Enumerable.Range(-2, 3).Select(i => 2 / i).Memoize();

        Assert.Equal([-1, -2], shared.Take(2));
        Assert.Throws<DivideByZeroException>(() => shared.ToList());
        Assert.Throws<DivideByZeroException>(() => shared.ToList());
        Assert.Equal([-1, -2], shared.Take(2));
    }

    [Fact]
    public void The_source_is_let_go_at_its_end()
    {
        bool released = false;
        var shared = Source().Memoize();

        Assert.Equal([1], shared);
        Assert.True(released);

        IEnumerable<int> Source()
        {
            try
            {
                yield return 1;
            }
            finally
            {
                released = true;
            }
        }
    }

    /// <summary>Unlike an iterator, which is done at its last element, this one knows of its end only when it is disposed.</summary>
    [Fact]
    public void A_source_s_enumerator_is_disposed_once()
    {
        var source = new Counted();
        var shared = source.Memoize();

        Assert.Equal([0, 0], shared);
        Assert.Equal([0, 0], shared);
        Assert.Equal(1, source.Disposed);
    }

    /// <summary>Two zeros.</summary>
    private sealed class Counted : IEnumerable<int>, IEnumerator<int>
    {
        private int left = 2;

        public int Disposed { get; private set; }

        public int Current => 0;

        object IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator() => this;

        IEnumerator IEnumerable.GetEnumerator() => this;

        public bool MoveNext() => left-- > 0;

        public void Reset() => throw new NotSupportedException();

        public void Dispose() => Disposed++;
    }
}
