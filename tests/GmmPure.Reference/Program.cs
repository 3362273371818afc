using GmmPure.Reference;

const string Usage = """
    dotnet run -c Release --project tests/GmmPure.Reference [-- NAME…]   writes tests/reference anew, or what is named of it
    dotnet run -c Release --project tests/GmmPure.Reference -- digits    shows how many digits of it the library has
    """;

if (args is ["digits"])
{
    foreach (string line in DigitsTable.Lines(ReferenceFolder.Read(), ReferenceFolder.ReadPeers()))
    {
        Console.WriteLine(line);
    }

    return 0;
}

if (args.Any(name => ReferenceProblems.All.All(problem => problem.Name != name)))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

ReferenceFolder.Write(problem => args.Length == 0 || args.Contains(problem.Name), Console.Error.WriteLine);
return 0;
