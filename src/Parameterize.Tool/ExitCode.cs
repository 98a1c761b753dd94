namespace Parameterize.Tool;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A verdict is not as it should be, or a trial failed: the answer is no, the question was fine.</summary>
    public const int Failed = 1;

    /// <summary>The arguments or what they name cannot be used; the message says what to do.</summary>
    public const int Usage = 2;

    /// <summary>A mistake of this program.</summary>
    public const int Internal = 3;

    /// <summary>As shells say it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
