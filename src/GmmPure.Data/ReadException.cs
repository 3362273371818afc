namespace GmmPure.Data;

/// <summary>A fault on its way out of a reader: only <see cref="DataReader"/> catches it.</summary>
internal sealed class ReadException(ReadFault fault) : Exception(fault.Message)
{
    public ReadFault Fault { get; } = fault;
}

/// <summary>What the function that chooses columns threw, on its way to whoever gave it.</summary>
internal sealed class ChoiceException(Exception inner) : Exception(inner.Message, inner);
