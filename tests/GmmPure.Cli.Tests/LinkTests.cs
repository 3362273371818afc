namespace GmmPure.Cli.Tests;

/// <summary>Files are recognised for what they are, whatever names lead to them.</summary>
public sealed class LinkTests
{
    [Fact]
    public async Task Two_dots_after_a_link_lead_to_where_the_system_goes()
    {
        using var workspace = new Workspace();
        Directory.CreateDirectory(workspace.PathOf("dir"));
        Directory.CreateDirectory(workspace.PathOf("other/sub"));
        File.CreateSymbolicLink(workspace.PathOf("dir/link"), "../other/sub");
        File.CreateSymbolicLink(workspace.PathOf("dir/a"), "link/../model");
        workspace.Write("dir/model", "precious");

        Assert.Equal(0, (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--out", workspace.PathOf("dir/a"))).Code);
        Assert.Equal("precious", workspace.Read("dir/model"));
        Assert.StartsWith("{\"format\":", workspace.Read("other/model"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_are_not_overwritten_through_a_symbolic_link()
    {
        using var workspace = new Workspace();
        string data = workspace.Write("data.csv", File.ReadAllText(Gmm.OldFaithful));
        File.CreateSymbolicLink(workspace.PathOf("link.json"), data);

        (await Gmm.Run("fit", data, "-k", "2", "--out", workspace.PathOf("link.json"))).Fails(2, "overwrite the data");
        (await Gmm.Run("fit", workspace.PathOf("link.json"), "-k", "2", "--history", data)).Fails(2, "overwrite the data");
        Assert.Equal(File.ReadAllText(Gmm.OldFaithful), workspace.Read("data.csv"));
    }

    [Fact]
    public async Task Two_links_to_one_file_are_one_file()
    {
        using var workspace = new Workspace();
        File.CreateSymbolicLink(workspace.PathOf("one"), workspace.PathOf("same.json"));
        File.CreateSymbolicLink(workspace.PathOf("two"), workspace.PathOf("same.json"));

        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--out", workspace.PathOf("one"), "--history", workspace.PathOf("two")))
            .Fails(2, "same file");
        Assert.Equal(["one", "two"], workspace.Files);
    }

    [Fact]
    public async Task A_link_is_written_through()
    {
        using var workspace = new Workspace();
        File.CreateSymbolicLink(workspace.PathOf("link"), "model.json");

        Assert.Equal(0, (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--out", workspace.PathOf("link"))).Code);
        Assert.StartsWith("{\"format\":", workspace.Read("model.json"), StringComparison.Ordinal);
        Assert.NotNull(new FileInfo(workspace.PathOf("link")).LinkTarget);
    }

    [Fact]
    public async Task Nothing_is_written_if_one_of_two_names_is_impossible()
    {
        using var workspace = new Workspace();
        string impossible = workspace.PathOf(new string('a', 300));

        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--history", workspace.PathOf("h.jsonl"), "--out", impossible))
            .Fails(3, "aaa", "the name is too long");
        Assert.Empty(workspace.Files);
    }

    [Fact]
    public async Task Links_that_lead_in_circles_lead_nowhere()
    {
        using var workspace = new Workspace();
        File.CreateSymbolicLink(workspace.PathOf("self"), "self");
        File.CreateSymbolicLink(workspace.PathOf("there"), "back");
        File.CreateSymbolicLink(workspace.PathOf("back"), "there");

        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--out", workspace.PathOf("self")))
            .Fails(3, "self: cannot be written: Too many levels of symbolic links\n");
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--history", workspace.PathOf("there/h")).Fails(3, "there/h: ");
        InProcess.Run([], "predict", workspace.PathOf("there"), Gmm.OldFaithful, "--out", workspace.PathOf("out"))
            .Fails(3, "there: cannot be read: Too many levels of symbolic links\n");
        Assert.Equal(["back", "self", "there"], workspace.Files);
    }

    [Fact]
    public async Task A_ridge_beyond_squares_is_refused() =>
        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--ridge", "1e302")).Fails(2, "--ridge");
}
