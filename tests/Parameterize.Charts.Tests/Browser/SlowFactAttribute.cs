namespace Parameterize.Charts.Tests.Browser;

/// <summary>A test that needs a browser, which runs only when asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowFactAttribute : FactAttribute
{
    public SlowFactAttribute() => Skip = SlowTests.Skipped("Needs Chromium (apt-get install chromium)");
}
