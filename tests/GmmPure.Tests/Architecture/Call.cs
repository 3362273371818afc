using System.Linq.Expressions;
using System.Reflection;

namespace GmmPure.Tests.Architecture;

/// <summary>Calls of public members with sample values.</summary>
internal static class Call
{
    /// <summary>A call with one argument of the caller's and otherwise with samples, which gives what the member gives.</summary>
    /// <param name="member">A method or a constructor.</param>
    /// <param name="place">The caller's argument; null for samples only.</param>
    /// <param name="argument">The argument that is to stand there, by its type.</param>
    public static Func<object?> With(MethodBase member, ParameterInfo? place, Func<Type, Expression> argument)
    {
        var locals = member.GetParameters().Where(parameter => parameter.ParameterType.IsByRef)
            .ToDictionary(
                parameter => parameter,
                parameter => Expression.Variable(parameter.ParameterType.GetElementType()!));
        var arguments = member.GetParameters().Select(parameter =>
            locals.GetValueOrDefault(parameter)
            ?? (parameter.Position == place?.Position ? argument(parameter.ParameterType) : Right(parameter)));
        Expression call = member is ConstructorInfo constructor
            ? Expression.New(constructor, arguments)
            : Expression.Call(
                member.IsStatic ? null : Expression.Constant(SampleValues.Of(member.DeclaringType!), member.DeclaringType!),
                (MethodInfo)member,
                arguments);
        return Expression.Lambda<Func<object?>>(call.Type.IsValueType
            ? Expression.Block(locals.Values, call, Expression.Constant(null))
            : Expression.Block(locals.Values, call)).Compile();
    }

    /// <summary>What belongs there. A span cannot be a constant, but an array can.</summary>
    private static Expression Right(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue is { } value && !type.IsEnum
                ? Expression.Constant(value, type)
                : Expression.Default(type);
        }

        return type.IsByRefLike
            ? Expression.Convert(Expression.Constant(SampleValues.Of(type.GetGenericArguments()[0].MakeArrayType())), type)
            : Expression.Constant(SampleValues.Of(type), type);
    }
}
