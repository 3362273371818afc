using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>The text of the files in tests/reference.</summary>
public static class ReferenceFile
{
    public const string Format = "gmmpure-reference";

    public const int Version = 1;

    public const string Index = "index.json";

    /// <summary>All that is known before anything is computed.</summary>
    public static JsonObject Head(ReferenceProblem problem) => new()
    {
        ["format"] = Format,
        ["version"] = Version,
        ["name"] = problem.Name,
        ["description"] = problem.Description,
        ["certificate"] = new JsonObject
        {
            ["digits"] = Certificate.Digits,
            ["bits"] = Json.Numbers([Bits256.Bits, Bits320.Bits]),
            ["sign_patterns"] = Disturbance.Patterns,
        },
        ["problem"] = ProblemJson.Write(problem),
    };

    /// <summary>The whole file: minutes of computing for the larger problems.</summary>
    public static string Text(ReferenceProblem problem)
    {
        var document = Head(problem);
        document["trace"] = Certificate.Trace(problem);
        return Json.Text(document);
    }

    /// <summary>The index: for each problem the hash of what was given and of the file as it stands.</summary>
    public static string IndexText(IEnumerable<(ReferenceProblem Problem, string Text)> files) => Json.Text(new JsonObject
    {
        ["format"] = Format + "-index",
        ["version"] = Version,
        ["files"] = Json.Array(files.Select(file => new JsonObject
        {
            ["file"] = NameOf(file.Problem),
            ["inputs_sha256"] = Hash(Json.Text(Head(file.Problem))),
            ["sha256"] = Hash(file.Text),
        })),
    });

    public static string NameOf(ReferenceProblem problem) => problem.Name + ".json";

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
