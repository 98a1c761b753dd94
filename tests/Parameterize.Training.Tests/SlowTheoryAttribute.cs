using Parameterize.TestKit;

namespace Parameterize.Training.Tests;

/// <summary>A theory of minutes, which runs only when asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowTheoryAttribute : TheoryAttribute
{
    public SlowTheoryAttribute() => Skip = SlowTests.Skipped("Trains for minutes what the default cases show in part");
}
