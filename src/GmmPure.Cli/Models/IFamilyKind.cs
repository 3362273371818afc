using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Models;

/// <summary>A kind of mixtures whose files are not those of Gaussians.</summary>
internal interface IFamilyKind : IKind
{
    /// <summary>A mixture of the kind, from its weights and components.</summary>
    /// <param name="members">What stands in the file.</param>
    /// <param name="columns">The names of the columns (D).</param>
    /// <exception cref="MemberException">Something is wrong with a member.</exception>
    IModel Read(JsonMembers members, ImmutableArray<string> columns);
}
