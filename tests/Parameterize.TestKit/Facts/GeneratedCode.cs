using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Parameterize.TestKit.Facts;

/// <summary>
/// The snapshot test: one call that proves four facts. The text is that of the file; it compiles without a warning; a second run is
/// cached; and the bytes are the same in every culture and order of files.
/// </summary>
public static class GeneratedCode
{
    /// <summary>Verifies what the subject generates for one source.</summary>
    public static Task Verify(
        GeneratorUnderTest subject,
        string source,
        IEnumerable<(string Name, object? Value)>? parameters = null,
        Func<GeneratedSourceResult, bool>? ignore = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "") =>
        Verify(subject, [source], parameters, ignore, sourceFile, method);

    /// <summary>Verifies what the subject generates for several files.</summary>
    /// <param name="subject">The generator and its conditions.</param>
    /// <param name="files">The sources.</param>
    /// <param name="parameters">In a theory: what tells its cases apart.</param>
    /// <param name="ignore">Sources without a snapshot of their own; the other facts hold for them too.</param>
    /// <param name="sourceFile">Left to the compiler.</param>
    /// <param name="method">Left to the compiler.</param>
    public static async Task Verify(
        GeneratorUnderTest subject,
        IReadOnlyList<SourceFile> files,
        IEnumerable<(string Name, object? Value)>? parameters = null,
        Func<GeneratedSourceResult, bool>? ignore = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var outcome = GeneratorHarness.Run(subject, files);
        var failures = new List<CheckFailedException>();
        await Attempt(() => Snapshot.Verify(outcome.Driver, ignore, parameters, sourceFile, method), failures);
        AssertFacts(subject, files, outcome, failures);
    }

    /// <summary>The three facts that need no file; for a test that says what it expects of the text by itself.</summary>
    public static GeneratorOutcome AssertSound(GeneratorUnderTest subject, params IReadOnlyList<SourceFile> files)
    {
        var outcome = GeneratorHarness.Run(subject, files);
        AssertFacts(subject, files, outcome, []);
        return outcome;
    }

    private static void AssertFacts(
        GeneratorUnderTest subject, IReadOnlyList<SourceFile> files, GeneratorOutcome outcome, List<CheckFailedException> failures)
    {
        Attempt(() => OutputIsClean.Assert(subject, files), failures);
        Attempt(() => SecondRunIsCached.Assert(outcome), failures);
        Attempt(() => SameBytesEverywhere.Assert(subject, files), failures);
        if (failures.Count > 0)
            throw failures is [var only] ? only : new SeveralChecksFailedException(failures);
    }

    private static void Attempt(Action check, List<CheckFailedException> failures)
    {
        try
        {
            check();
        }
        catch (CheckFailedException failure)
        {
            failures.Add(failure);
        }
    }

    private static async Task Attempt(Func<Task> check, List<CheckFailedException> failures)
    {
        try
        {
            await check();
        }
        catch (CheckFailedException failure)
        {
            failures.Add(failure);
        }
    }
}
