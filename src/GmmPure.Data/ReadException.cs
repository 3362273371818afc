namespace GmmPure.Data;

/// <summary>A fault on its way out of a reader: only <see cref="DataReader"/> catches it.</summary>
internal sealed class ReadException(ReadFault fault) : Exception(fault.Message)
{
    public ReadFault Fault { get; } = fault;
}
