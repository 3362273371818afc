using System.Text.Json;
using GmmPure.Families;

namespace GmmPure;

/// <summary>How a distribution of a family is written in JSON.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
/// <param name="Write">Writes the members of its object.</param>
/// <param name="Read">Reads them.</param>
internal sealed record Notation<TDistribution>(Action<Utf8JsonWriter, TDistribution> Write, Func<JsonMembers, TDistribution> Read)
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>The notation of a family, one of those here or one of the caller's own.</summary>
    /// <exception cref="NotSupportedException">The family is no <see cref="INotation{TDistribution}"/>.</exception>
    public static Notation<TDistribution> Of(IEstimator<TDistribution> family) => family switch
    {
        CandidateFamily<TDistribution> among => Of(among.Family),
        INotation<TDistribution> own => new(own.WriteMembers, members => Own(own, members)),
        _ => Notations.Of(family) as Notation<TDistribution> ?? throw new NotSupportedException(
            $"The family {family.Name} cannot be written: it does not implement {nameof(INotation<>)}."),
    };

    private static TDistribution Own(INotation<TDistribution> family, JsonMembers members)
    {
        try
        {
            return family.Read(members.Root).Or(fault => throw new MemberException(fault.Member, fault.Detail));
        }
        catch (Exception error) when (error is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new MemberException(null, error.Message);
        }
    }
}

/// <summary>How the distributions of the families that are here are written.</summary>
internal static class Notations
{
    private const string Probabilities = "probabilities";
    private const string Location = "location";
    private const string Scatter = "scatter";
    private const string Mean = "mean";

    /// <summary>The notation of a family; null if it is not one of those here.</summary>
    public static object? Of(IEstimator family) => family switch
    {
        BernoulliFamily => Bernoulli,
        BinomialFamily binomial => Of("probability", each => each.Probability, each => Families.Binomial.TryCreate(binomial.Trials, each)),
        CategoricalFamily categorical => Categorical(categorical.Levels),
        ExponentialFamily => Of("rate", each => each.Rate, Exponential.TryCreate),
        GammaFamily => Gamma,
        NormalFamily => Normal,
        PoissonFamily => Of("rate", each => each.Rate, Poisson.TryCreate),
        StudentTFamily => StudentT,
        _ => null,
    };

    private static Notation<Bernoulli> Bernoulli => new(
        (writer, each) => writer.Numbers(Probabilities, each.Probabilities),
        members => JsonMembers.Valid(Families.Bernoulli.TryCreate(NotEmpty(members.Numbers(Probabilities), Probabilities))));

    private static Notation<Gamma> Gamma => new(
        (writer, each) =>
        {
            writer.WriteNumber("shape", each.Shape);
            writer.WriteNumber("rate", each.Rate);
        },
        members => JsonMembers.Valid(Families.Gamma.TryCreate(members.Number("shape"), members.Number("rate"))));

    private static Notation<Normal> Normal => new(
        (writer, each) =>
        {
            writer.WriteNumber(Mean, each.Mean);
            writer.WriteNumber("variance", each.Variance);
        },
        members => JsonMembers.Valid(Families.Normal.TryCreate(members.Number(Mean), members.Number("variance"))));

    private static Notation<StudentT> StudentT => new(
        (writer, each) =>
        {
            writer.Numbers(Location, each.Location);
            writer.WritePropertyName(Scatter);
            writer.Rows(each.Scatter.ToTable());
            writer.WriteNumber("degrees_of_freedom", each.DegreesOfFreedom);
        },
        members => JsonMembers.Valid(Families.StudentT.TryCreate(
            NotEmpty(members.Numbers(Location), Location),
            JsonMembers.Valid(Covariance.TryFull(members.Rows(Scatter)), Scatter),
            members.Number("degrees_of_freedom"))));

    /// <param name="levels">How many categories each column has; empty if that is not known yet.</param>
    public static Notation<Categorical> Categorical(ImmutableArray<int> levels) => new(
        (writer, each) =>
        {
            writer.WriteStartArray(Probabilities);
            foreach (var column in each.Probabilities)
            {
                writer.Numbers(column.AsSpan());
            }

            writer.WriteEndArray();
        },
        members =>
        {
            var element = members.Require(Probabilities);
            JsonMembers.Check(
                element.ValueKind == JsonValueKind.Array, Probabilities, "must be an array of arrays of numbers.");
            var read = JsonMembers.Valid(Families.Categorical.TryCreate(
                [.. element.EnumerateArray().Select(column => JsonMembers.Numbers(column, Probabilities).AsEnumerable())]));
            JsonMembers.Check(
                levels.IsEmpty || levels.SequenceEqual(read.Probabilities.Select(column => column.Length)),
                Probabilities,
                "has other numbers of categories than component 0.");
            return read;
        });

    /// <summary>One number.</summary>
    private static Notation<TDistribution> Of<TDistribution>(
        string name, Func<TDistribution, double> value, Func<double, Outcome<TDistribution, ValueFault>> distribution)
        where TDistribution : notnull, IEquatable<TDistribution> => new(
        (writer, each) => writer.WriteNumber(name, value(each)),
        members => JsonMembers.Valid(distribution(members.Number(name))));

    private static void Numbers(this Utf8JsonWriter writer, string name, ImmutableArray<double> numbers)
    {
        writer.WritePropertyName(name);
        writer.Numbers(numbers.AsSpan());
    }

    private static ImmutableArray<double> NotEmpty(ImmutableArray<double> numbers, string member)
    {
        JsonMembers.Check(!numbers.IsEmpty, member, "is empty.");
        return numbers;
    }
}
