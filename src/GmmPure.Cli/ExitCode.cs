namespace GmmPure.Cli;

/// <summary>What the command's exit codes mean.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Anything else: a defect of this program.</summary>
    Defect = 1,

    /// <summary>The command line is wrong.</summary>
    WrongCommandLine = 2,

    /// <summary>The data or a file is wrong.</summary>
    WrongInput = 3,

    /// <summary>The fit is degenerate.</summary>
    DegenerateFit = 4,

    /// <summary>What was to be verified diverges.</summary>
    Diverged = 5,

    /// <summary>Interrupted by SIGINT: 128 + 2.</summary>
    Interrupted = 130,

    /// <summary>Terminated by SIGTERM: 128 + 15.</summary>
    Terminated = 143,
}
