namespace Parameterize.Training.Tests;

/// <summary>A theory of minutes, which runs only when asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowTheoryAttribute : TheoryAttribute
{
    /// <summary>Set to 1, it runs slow tests too.</summary>
    public const string Variable = "PARAMETERIZE_SLOW";

    public SlowTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
        {
            Skip = $"Trains for minutes what the default cases show in part; set {Variable}=1 to run it.";
        }
    }
}
