using GmmPure.Cli;

using var shell = Shell.OfProcess();
return (int)CommandLine.Run(args, shell);
