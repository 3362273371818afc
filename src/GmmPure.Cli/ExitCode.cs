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

    /// <summary>Left by its terminal, SIGHUP: 128 + 1.</summary>
    HungUp = 129,

    /// <summary>Interrupted by SIGINT: 128 + 2.</summary>
    Interrupted = 130,

    /// <summary>Quit by SIGQUIT: 128 + 3.</summary>
    Quit = 131,

    /// <summary>Terminated by SIGTERM: 128 + 15.</summary>
    Terminated = 143,

    /// <summary>Out of processor time, SIGXCPU: 128 + 24.</summary>
    TimeExceeded = 152,
}
