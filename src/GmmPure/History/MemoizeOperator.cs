namespace GmmPure;

/// <summary>The operator <see cref="Memoize"/>.</summary>
public static class MemoizeOperator
{
    /// <summary>
    /// The same sequence, computing each element at most once however often and from however many threads it is
    /// enumerated: sharing made explicit. It holds on to what has been pulled so far. Lazy.
    /// </summary>
    /// <param name="source">The sequence to share; it is enumerated once, as far as anybody asks.</param>
    public static IEnumerable<T> Memoize<T>(this IEnumerable<T> source)
    {
        return Nodes(new Node<T>(Given.Sequence(source).GetEnumerator));

        static IEnumerable<T> Nodes(Node<T> node)
        {
            while (node.TryRead(out var element, out var next))
            {
                yield return element;
                node = next;
            }
        }
    }

    /// <summary>
    /// A cell of a lazy list: an element and the rest, computed when first read. What the source throws there reaches
    /// every reader.
    /// </summary>
    private sealed class Node<T>(Func<IEnumerator<T>> start)
    {
        private readonly Lazy<(bool HasElement, T Element, Node<T> Next)> content = new(() =>
        {
            var source = start();
            if (source.MoveNext())
            {
                return (true, source.Current, new Node<T>(() => source));
            }

            source.Dispose();
            return (false, default!, null!);
        });

        public bool TryRead(out T element, out Node<T> next)
        {
            (bool hasElement, element, next) = content.Value;
            return hasElement;
        }
    }
}
