using GmmPure.Cli;

GmmPure.Cli.Writing.SizeLimit.Survive();
using var shell = Shell.OfProcess();
return (int)CommandLine.Run(args, shell);
