using GmmPure.Cli;

using var shell = new Shell();
try
{
    return CommandLine.Run(args, shell);
}
catch (FailureException failure)
{
    shell.Say(failure.Message);
    return (int)failure.Code;
}
catch (Exception defect)
{
    shell.Say($"this should not have happened: {defect.GetType().Name}: {defect.Message}");
    return (int)ExitCode.Defect;
}
