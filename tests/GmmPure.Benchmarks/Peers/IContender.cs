namespace GmmPure.Benchmarks.Peers;

/// <summary>What can run EM on a problem.</summary>
internal interface IContender : IDisposable
{
    string Name { get; }

    /// <summary>Waits until it has read the data and has nothing to do but to run.</summary>
    void WaitUntilReady();

    /// <summary>Runs so many iterations from the problem's start: how many seconds that took.</summary>
    double Run(int iterations);

    /// <summary>The weights and means (K + K·D) to which the last run led.</summary>
    ImmutableArray<double> Answer();
}
