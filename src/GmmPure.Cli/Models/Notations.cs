using System.Text.Json;
using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;
using GmmPure.Families;

namespace GmmPure.Cli.Models;

/// <summary>How the distributions of the families that are here are written.</summary>
internal static class Notations
{
    private const string Probabilities = "probabilities";
    private const string Location = "location";
    private const string Scatter = "scatter";

    public static Notation<Bernoulli> Bernoulli { get; } = new(
        (writer, each) => writer.Numbers(Probabilities, each.Probabilities),
        members => new Bernoulli(NotEmpty(members.RequireNumbers(Probabilities), Probabilities)));

    public static Notation<Exponential> Exponential { get; } =
        Of(("rate", each => each.Rate), rate => new Exponential(rate));

    public static Notation<Gamma> Gamma { get; } = new(
        (writer, each) =>
        {
            writer.WriteNumber("shape", each.Shape);
            writer.WriteNumber("rate", each.Rate);
        },
        members => new Gamma(members.RequireNumber("shape"), members.RequireNumber("rate")));

    public static Notation<Poisson> Poisson { get; } = Of(("rate", each => each.Rate), rate => new Poisson(rate));

    public static Notation<StudentT> StudentT { get; } = new(
        (writer, each) =>
        {
            writer.Numbers(Location, each.Location);
            writer.Array(Scatter, Rows(each.Scatter), row => writer.NumberArray(row));
            writer.WriteNumber("degrees_of_freedom", each.DegreesOfFreedom);
        },
        members => new StudentT(
            NotEmpty(members.RequireNumbers(Location), Location),
            Matrix(members.Require(Scatter)),
            members.RequireNumber("degrees_of_freedom")));

    public static Notation<Binomial> Binomial(int trials) =>
        Of(("probability", each => each.Probability), probability => new Binomial(trials, probability)) with { Trials = trials };

    /// <param name="levels">How many categories each column has; empty if that is not known yet.</param>
    public static Notation<Categorical> Categorical(ImmutableArray<int> levels) => new(
        (writer, each) => writer.Array(Probabilities, each.Probabilities, column => writer.NumberArray(column)),
        members =>
        {
            var read = new Categorical(
                JsonMembers.Items(members.Require(Probabilities), Probabilities, "must be an array of arrays of numbers")
                    .Select(column => JsonMembers.Numbers(column, Probabilities).AsEnumerable()));
            return levels.IsEmpty || levels.SequenceEqual(read.Probabilities.Select(column => column.Length))
                ? read
                : throw new MemberException(Probabilities, "has other numbers of categories than component 0");
        });

    /// <summary>One number.</summary>
    private static Notation<TDistribution> Of<TDistribution>(
        (string Name, Func<TDistribution, double> Value) parameter, Func<double, TDistribution> distribution) => new(
        (writer, each) => writer.WriteNumber(parameter.Name, parameter.Value(each)),
        members => distribution(members.RequireNumber(parameter.Name)));

    private static IEnumerable<IEnumerable<double>> Rows(Covariance matrix) =>
        Enumerable.Range(0, matrix.Dimension).Select(i => Enumerable.Range(0, matrix.Dimension).Select(j => matrix[i, j]));

    private static Covariance Matrix(JsonElement element) => Covariance.TryFull(JsonMembers.Rows(element, Scatter))
        .Or(fault => throw new MemberException(Scatter, fault.Message.TrimEnd('.')));

    private static ImmutableArray<double> NotEmpty(ImmutableArray<double> numbers, string member) =>
        numbers.IsEmpty ? throw new MemberException(member, "is empty") : numbers;
}
