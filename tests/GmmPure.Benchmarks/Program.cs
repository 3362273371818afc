using GmmPure.Benchmarks;

// Machines differ, and are shared: compare ratios, which are taken of what was measured side by side.
if (Arguments.Parse(args) is not { } chosen)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

Console.WriteLine(Machine.Description);
if (chosen.IncludesLarge)
{
    LargeRun.Print();
}

if (chosen.Shapes.Any())
{
    ShapeTable.Print(chosen.Shapes);
}

if (chosen.IncludesGrowth)
{
    GrowthTable.Print();
}

return 0;
