namespace Parameterize.TestKit;

/// <summary>Tests that take minutes, or need what a machine may not have, run only when asked for.</summary>
internal static class SlowTests
{
    /// <summary>Set to 1, they run too.</summary>
    private const string Variable = "PARAMETERIZE_SLOW";

    public static bool AreAskedFor => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>The reason for which one is skipped; null where slow tests are asked for.</summary>
    public static string? Skipped(string because) => AreAskedFor ? null : $"{because}; set {Variable}=1 to run it.";
}
