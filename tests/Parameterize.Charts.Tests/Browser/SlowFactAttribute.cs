namespace Parameterize.Charts.Tests.Browser;

/// <summary>A test that needs a browser, which runs only when asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowFactAttribute : FactAttribute
{
    /// <summary>Set to 1, it runs slow tests too.</summary>
    public const string Variable = "PARAMETERIZE_SLOW";

    public SlowFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
        {
            Skip = $"Needs Chromium (apt-get install chromium); set {Variable}=1 to run it.";
        }
    }
}
