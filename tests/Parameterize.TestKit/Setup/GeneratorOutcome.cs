using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Setup;

/// <summary>Everything that one run of the generators left behind.</summary>
public sealed class GeneratorOutcome
{
    private GeneratorOutcome(GeneratorDriver driver, CSharpCompilation input, CSharpCompilation output)
    {
        Driver = driver;
        Input = input;
        Output = output;
        Result = driver.GetRunResult();
        Sources = Result.Results.SelectMany(r => r.GeneratedSources)
            .OrderBy(s => s.HintName, StringComparer.Ordinal)
            .ToLookup(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The driver after the run, which holds the caches.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>What the generators saw.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The input and what was generated.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>Roslyn's own result: sources, steps, time.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>The generated texts by hint name. Two generators may use one hint name, hence a lookup.</summary>
    public ILookup<string, string> Sources { get; }

    /// <summary>What the generators reported (not the compiler).</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The one text of this hint name.</summary>
    public string Source(string hintName) => Sources[hintName].ToArray() switch
    {
        [var only] => only,
        [] => throw new ArgumentException($"Nothing is called '{hintName}'; generated: {string.Join(", ", Sources.Select(s => s.Key))}"),
        _ => throw new ArgumentException($"Several generators made a '{hintName}'.", nameof(hintName)),
    };

    /// <summary>Runs the same driver over another compilation: what an editor does on a keystroke.</summary>
    public GeneratorOutcome RunAgain(CSharpCompilation compilation) => Of(Driver, compilation);

    internal static GeneratorOutcome Of(GeneratorDriver driver, CSharpCompilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        ThrowIfFailed(driver.GetRunResult());
        return new(driver, compilation, (CSharpCompilation)output);
    }

    // The compiler turns an exception into warning CS8785, which a test of the text would only see as "nothing generated".
    private static void ThrowIfFailed(GeneratorDriverRunResult result)
    {
        var thrown = result.Results.Select(r => r.Exception).OfType<Exception>().ToArray();
        if (thrown.Length == 1)
            ExceptionDispatchInfo.Throw(thrown[0]);
        if (thrown.Length > 1)
            throw new AggregateException(thrown);
    }
}
