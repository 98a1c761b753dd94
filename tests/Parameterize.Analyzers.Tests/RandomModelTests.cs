using System.Globalization;
using Xunit.Abstractions;

namespace Parameterize.Analyzers.Tests;

/// <summary>A class in which the analyzers find no error gets a part that compiles without a warning, and any other gets none.</summary>
public sealed class RandomModelTests(ITestOutputHelper output)
{
    private const int Count = 50;

    [Theory]
    [InlineData(2203)]
    [InlineData(3466)]
    public async Task Odd_models_are_refused_or_compile(int seed)
    {
        output.WriteLine(
            $"seeds {seed.ToString(CultureInfo.InvariantCulture)} and the {Count.ToString(CultureInfo.InvariantCulture)} after it");
        var compiled = 0;
        for (var i = 0; i < Count; i++)
        {
            var source = new RandomModel(seed + i).Source();
            var outcome = GeneratorHarness.Run(Subject.Generator, source);
            var own = outcome.Input.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
            if (own.Length > 0)
            {
                continue;
            }

            var problems = outcome.Output.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || IsWarningOfGeneratedCode(diagnostic))
                .Select(diagnostic => diagnostic.ToString())
                .ToArray();
            var errors = (await Reported.By(outcome.Output))
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "PMZ0012")
                .ToArray();
            Assert.True(
                problems.Length == 0,
                $"seed {(seed + i).ToString(CultureInfo.InvariantCulture)}: {string.Join("\n", problems)}\n\n{source}");
            Assert.DoesNotContain(errors, error => error.Id == "PMZ0034");
            Assert.Equal(errors.Length == 0 ? 1 : 0, Parts.Of(outcome).Length);
            compiled += errors.Length == 0 ? 1 : 0;
        }

        output.WriteLine($"{compiled.ToString(CultureInfo.InvariantCulture)} got a part");
        Assert.True(compiled > Count / 8, "Hardly a model got a generated part: the check has become void.");
    }

    private static bool IsWarningOfGeneratedCode(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath != "Source0.cs";
}
