namespace GmmPure.Tests;

/// <summary>What samples print, where a test can see it.</summary>
internal sealed class Recorder
{
    public string Text { get; private set; } = "";

    public void WriteLine(string line) => Text += line + "\n";
}
