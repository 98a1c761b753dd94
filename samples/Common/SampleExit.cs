namespace Parameterize.Samples;

/// <summary>What a sample says when it ends, as the command line does.</summary>
internal static class SampleExit
{
    public const int Ok = 0;

    /// <summary>A prediction failed; the report says which.</summary>
    public const int PredictionFailed = 1;

    /// <summary>The command line, or what it names, cannot be used; the message says what to do.</summary>
    public const int Usage = 2;

    /// <summary>As shells say it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
