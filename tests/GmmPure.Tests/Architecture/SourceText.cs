using System.Text.RegularExpressions;

namespace GmmPure.Tests.Architecture;

/// <summary>
/// A file of C# source, as far as its text alone tells what it declares and names. A generic type's name ends in <c>&lt;</c>, so
/// that it is not taken for the one without parameters.
/// </summary>
internal sealed partial class SourceText
{
    private readonly string code;

    private SourceText(string path, string text)
    {
        Path = path;
        code = CommentOrText().Replace(text, match => Holes(match.Value));
        DeclaredTypes = [.. TopLevelType().Matches(code).Select(match => match.Groups["name"].Value)];
        PartialTypes = [.. TopLevelType().Matches(code).Where(match => match.Groups["partial"].Success).Select(match => match.Groups["name"].Value)];
        BaseTypes = [.. BaseList().Matches(code).SelectMany(match => Identifier().Matches(match.Groups["bases"].Value)).Select(match => match.Groups["name"].Value)];
        Members = [.. Member().Matches(code).Select(match => match.Groups["name"].Value)];
    }

    /// <summary>Relative to the project, with slashes.</summary>
    public string Path { get; }

    /// <summary>The folder within the project.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public ImmutableHashSet<string> DeclaredTypes { get; }

    public ImmutableHashSet<string> PartialTypes { get; }

    /// <summary>What the types derive from or implement.</summary>
    public ImmutableHashSet<string> BaseTypes { get; }

    /// <summary>The members of the types, and of the types within them.</summary>
    public ImmutableHashSet<string> Members { get; }

    public static IEnumerable<SourceText> Under(string project) =>
        from file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(project, file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        orderby path
        select new SourceText(path, File.ReadAllText(file));

    /// <summary>
    /// Every identifier that may be a type's name: none that is a member of something, the name of a number or an argument or the member of a pattern,
    /// and none that is hidden by a member, unless that is of the type after which it is named.
    /// </summary>
    public IEnumerable<string> NamedTypes(IReadOnlySet<string> hidden) => Identifier().Matches(code)
        .Select(match => match.Groups["name"].Value)
        .Distinct(StringComparer.Ordinal)
        .Where(name => !hidden.Contains(name) || Regex.IsMatch(code, $@"\b{name}\?? {name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>Whether <c>Type.Member</c> occurs.</summary>
    public bool NamesMember(string type, string member) =>
        code.Contains($"{type}.{member}", StringComparison.Ordinal)
        && Regex.IsMatch(code, $@"\b{type}\.{member}\b", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Whether a member is called as one's own.</summary>
    public bool CallsOwn(string member) =>
        code.Contains(member, StringComparison.Ordinal)
        && Regex.IsMatch(code, $@"(?<![\w.]){member}\(", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>What stands in the place of a comment or a text: of an interpolated text its holes, for they hold code.</summary>
    private static string Holes(string text) => text.StartsWith('$')
        ? string.Join(' ', Hole().Matches(text).Select(match => match.Value))
        : " ";

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|readonly|ref|unsafe|(?<partial>partial)) )*(?:class|record struct|record|struct|interface|enum|delegate [^\n(]*?) ?\b(?<name>\w+<?)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^(?:public|internal|file) [^;{]*?\s: (?<bases>[^\n]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BaseList();

    [GeneratedRegex(@"^(?:    )+(?:public|internal|protected|private) [^\n]*?\b(?<name>\w+)(?:<[\w, ]+>)?(?:\(| \{| =>| =|;|\r?$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member();

    [GeneratedRegex(@"(?<!\w|\b(?:int|long|double|bool|string) )(?:(?<!\.)|(?<=\b(?:GmmPure|Kernels|Families)\.))(?>(?<name>[A-Z]\w*<?))(?!\s*:)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\{[^{}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
