using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Incrementality;

/// <summary>
/// Checks that models are plain data. A model that reaches a symbol or a node is either never equal to its successor (nothing is
/// cached) or equal while it holds the old one (a whole compilation stays in memory).
/// </summary>
public static class ModelGraph
{
    /// <summary>Fails with the path when a value of a named step reaches an object of Roslyn.</summary>
    public static void AssertHoldsNoRoslynObject(GeneratorOutcome outcome)
    {
        var values = TrackedSteps.Of(outcome)
            .SelectMany(step => step.Value.SelectMany(run => run.Outputs.Select(output => (Step: step.Key, output.Value))))
            .ToArray();
        // A pipeline without names, or a source without a model in it, would pass for want of anything to look at.
        if (values.Length == 0)
            throw new ModelGraphException("No tracked step has a value: name the steps, and give a source that has a model.");

        foreach (var (step, value) in values)
            if (ObjectWalker.FindRoslynObject(value, step) is { } found)
                throw new ModelGraphException($"A model reaches a {found.Type.Name}: {found.Path} ({found.Type.FullName})");
    }

    /// <summary>Fails when the compilation of the first run is still alive after a run over an edited one.</summary>
    public static void AssertCompilationIsCollectable(GeneratorUnderTest subject, params IEnumerable<SourceFile> files)
    {
        var (driver, first) = RunTwice(subject, [.. files]);
        // Finalizers of weak tables in Roslyn need more than one round.
        for (var i = 0; i < 10 && first.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        GC.KeepAlive(driver);
        if (first.IsAlive)
            throw new ModelGraphException("The compilation of the first run outlives the second: a cached model, or a static, holds it.");
    }

    // Not inlined: a local of the caller would keep the compilation alive in a debug build.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference First) RunTwice(GeneratorUnderTest subject, ImmutableArray<SourceFile> files)
    {
        var driver = GeneratorHarness.CreateDriver(subject);
        var (afterFirst, first) = RunOnce(subject, files, driver);
        // A comment: models stay equal, so that whatever the first run cached is kept.
        var edited = subject.Setup.Compile(SourceFile.Named(files).Select(f => f with { Text = f.Text + "\n// edited" }));
        return (GeneratorOutcome.Of(afterFirst, edited).Driver, first);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference First) RunOnce(
        GeneratorUnderTest subject, ImmutableArray<SourceFile> files, GeneratorDriver driver)
    {
        CSharpCompilation compilation = subject.Setup.Compile(files);
        return (GeneratorOutcome.Of(driver, compilation).Driver, new WeakReference(compilation));
    }
}
