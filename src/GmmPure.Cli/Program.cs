using System.Text;
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
    StandardStreams.Error?.Write(Encoding.UTF8.GetBytes($"gmm: {MemoryFault.Words}\n"));
    return (int)ExitCode.WrongInput;
}
