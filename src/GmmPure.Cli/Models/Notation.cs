using System.Text.Json;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Models;

/// <summary>How a distribution of a family is written in JSON: the members of an object.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
/// <param name="Write">Writes the members.</param>
/// <param name="Read">Reads them; an <see cref="ArgumentException"/> says that there is no such distribution.</param>
/// <param name="Trials">How many trials each of its counts comes from, if the family counts successes.</param>
internal sealed record Notation<TDistribution>(
    Action<Utf8JsonWriter, TDistribution> Write,
    Func<JsonMembers, TDistribution> Read,
    int? Trials = null);
