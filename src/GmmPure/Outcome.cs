using System.Diagnostics.CodeAnalysis;

namespace GmmPure;

/// <summary>
/// What a computation came to: a value, or the fault that kept it from being one. It is how this library returns
/// what data can cause (misuse throws). In F# it becomes a <c>Result</c>.
/// </summary>
/// <typeparam name="TValue">What success carries.</typeparam>
/// <typeparam name="TFault">What failure carries.</typeparam>
public abstract record Outcome<TValue, TFault>
    where TValue : notnull
    where TFault : notnull
{
    private protected Outcome()
    {
    }

    /// <summary>Whether there is a value.</summary>
    public abstract bool IsSuccess { get; }

    /// <summary>The one case or the other, exhaustively.</summary>
    /// <param name="success">What to do with the value.</param>
    /// <param name="failure">What to do with the fault.</param>
    /// <returns>What the function that applied returned.</returns>
    public TResult Match<TResult>(Func<TValue, TResult> success, Func<TFault, TResult> failure)
    {
        ArgumentNullException.ThrowIfNull(success);
        ArgumentNullException.ThrowIfNull(failure);
        return this switch
        {
            Succeeded succeeded => success(succeeded.Value),
            _ => failure(((Failed)this).Fault),
        };
    }

    /// <summary>Applies a function to the value, if there is one.</summary>
    public Outcome<TResult, TFault> Map<TResult>(Func<TValue, TResult> map)
        where TResult : notnull
    {
        ArgumentNullException.ThrowIfNull(map);
        return Match<Outcome<TResult, TFault>>(value => map(value), fault => fault);
    }

    /// <summary>Continues with a function that may itself fail, if there is a value.</summary>
    public Outcome<TResult, TFault> Bind<TResult>(Func<TValue, Outcome<TResult, TFault>> next)
        where TResult : notnull
    {
        ArgumentNullException.ThrowIfNull(next);
        return Match(next, fault => fault);
    }

    /// <summary>Applies a function to the fault, if there is one.</summary>
    public Outcome<TValue, TResult> MapFault<TResult>(Func<TFault, TResult> map)
        where TResult : notnull
    {
        ArgumentNullException.ThrowIfNull(map);
        return Match(Outcome.Success<TValue, TResult>, fault => Outcome.Failure<TValue, TResult>(map(fault)));
    }

    /// <summary><see cref="Map"/>, as query syntax calls it: <c>from value in outcome select map(value)</c>.</summary>
    public Outcome<TResult, TFault> Select<TResult>(Func<TValue, TResult> map)
        where TResult : notnull => Map(map);

    /// <summary><see cref="Bind"/>, as LINQ calls it.</summary>
    public Outcome<TResult, TFault> SelectMany<TResult>(Func<TValue, Outcome<TResult, TFault>> next)
        where TResult : notnull => Bind(next);

    /// <summary>
    /// Continues with a function that may itself fail, and makes a result of both values, as query syntax calls it:
    /// <c>from value in outcome from other in next(value) select result(value, other)</c>. The first fault ends it.
    /// </summary>
    /// <param name="next">What to continue with.</param>
    /// <param name="result">What to make of the value and the next one.</param>
    public Outcome<TResult, TFault> SelectMany<TNext, TResult>(
        Func<TValue, Outcome<TNext, TFault>> next, Func<TValue, TNext, TResult> result)
        where TNext : notnull
        where TResult : notnull
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(result);
        return Bind(value => next(value).Map(other => result(value, other)));
    }

    /// <summary>The value, or the fault, in the way that C# tests for one.</summary>
    /// <param name="value">The value, if there is one.</param>
    /// <param name="fault">The fault, if there is no value.</param>
    /// <returns>Whether there is a value.</returns>
    public abstract bool TryGet([MaybeNullWhen(false)] out TValue value, [MaybeNullWhen(true)] out TFault fault);

    /// <summary>The value, or what the function makes of the fault (it may throw).</summary>
    public TValue Or(Func<TFault, TValue> otherwise)
    {
        ArgumentNullException.ThrowIfNull(otherwise);
        return Match(value => value, otherwise);
    }

    /// <summary>A value is an outcome. (C# converts no interface: <see cref="Outcome.Success"/> does.)</summary>
    public static implicit operator Outcome<TValue, TFault>(TValue value) => Outcome.Success<TValue, TFault>(value);

    /// <summary>A fault is an outcome. (C# converts no interface: <see cref="Outcome.Failure"/> does.)</summary>
    public static implicit operator Outcome<TValue, TFault>(TFault fault) => Outcome.Failure<TValue, TFault>(fault);

    private protected abstract void Closed();

    /// <summary>Equal by content, also where the value is an array.</summary>
    internal sealed record Succeeded(EqualContent<TValue> Content) : Outcome<TValue, TFault>
    {
        public TValue Value => Content.Value;

        public override bool IsSuccess => true;

        public override bool TryGet([MaybeNullWhen(false)] out TValue value, [MaybeNullWhen(true)] out TFault fault)
        {
            (value, fault) = (Value, default);
            return true;
        }

        private protected override void Closed()
        {
        }
    }

    internal sealed record Failed(TFault Fault) : Outcome<TValue, TFault>
    {
        public override bool IsSuccess => false;

        public override bool TryGet([MaybeNullWhen(false)] out TValue value, [MaybeNullWhen(true)] out TFault fault)
        {
            (value, fault) = (default, Fault);
            return false;
        }

        private protected override void Closed()
        {
        }
    }
}

/// <summary>Makes outcomes.</summary>
public static partial class Outcome
{
    /// <summary>An outcome that is a value.</summary>
    public static Outcome<TValue, TFault> Success<TValue, TFault>(TValue value)
        where TValue : notnull
        where TFault : notnull
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Outcome<TValue, TFault>.Succeeded(new(value));
    }

    /// <summary>An outcome that is a fault.</summary>
    public static Outcome<TValue, TFault> Failure<TValue, TFault>(TFault fault)
        where TValue : notnull
        where TFault : notnull
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new Outcome<TValue, TFault>.Failed(fault);
    }
}
