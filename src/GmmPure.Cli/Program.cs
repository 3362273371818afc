using GmmPure.Cli;

GmmPure.Cli.Writing.SizeLimit.Survive();
try
{
    using var shell = Shell.OfProcess();
    return (int)CommandLine.Run(args, shell);
}
catch (Exception error) when (MemoryFault.Is(error))
{
    // Not even the shell could begin, whose words these would be.
    Console.Error.Write($"gmm: {MemoryFault.Words}\n");
    return (int)ExitCode.WrongInput;
}
