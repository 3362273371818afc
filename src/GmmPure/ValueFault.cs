namespace GmmPure;

/// <summary>Why arguments do not make the value that they should: which of them is wrong, and where in it.</summary>
public sealed record ValueFault
{
    internal ValueFault(string argument, string message, int? index = null, int? column = null, double? value = null) =>
        (Argument, Message, Index, Column, Value) = (argument, message, index, column, value);

    /// <summary>The argument at fault, as the factory calls it.</summary>
    public string Argument { get; private init; }

    /// <summary>The element of it at fault, of a table the row, counted from 0; null if it is at fault as a whole.</summary>
    public int? Index { get; }

    /// <summary>The column of that element, counted from 0; null if there is no single one.</summary>
    public int? Column { get; }

    /// <summary>The number at fault; null if there is no single one.</summary>
    public double? Value { get; }

    /// <summary>The fault in words.</summary>
    public string Message { get; }

    /// <summary>The same fault where the argument is called something else: for what hands on its own arguments.</summary>
    /// <param name="argument">The argument's name there.</param>
    public ValueFault Of(string argument) => this with { Argument = Given.Value(argument) };

    /// <summary>What a factory throws that has no outcome to return.</summary>
    internal ArgumentException ToException() => (Index, Value) is (null, { } value)
        ? new ArgumentOutOfRangeException(Argument, value, Message)
        : new ArgumentException(Message, Argument);
}

/// <summary>The way from a fault to an exception.</summary>
internal static class ValueFaults
{
    /// <summary>The value, or the exception that stands for the fault.</summary>
    public static T OrThrow<T>(this Outcome<T, ValueFault> outcome)
        where T : notnull => outcome.Or(fault => throw fault.ToException());

    /// <summary>Throws if there is a fault.</summary>
    public static void Refuse(this ValueFault? fault)
    {
        if (fault is not null)
        {
            throw fault.ToException();
        }
    }
}
