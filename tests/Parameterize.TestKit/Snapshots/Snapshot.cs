using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Parameterize.Testing;
using Parameterize.Testing.Snapshots;

namespace Parameterize.TestKit.Snapshots;

/// <summary>
/// Compares what a driver generated with the files in the folder <c>Snapshots</c> beside the calling test. Which engine compares is the
/// MSBuild property <c>SnapshotEngine</c> (<c>BuiltIn</c> or <c>Verify</c>); files and calls are the same for both.
/// </summary>
public static partial class Snapshot
{
    /// <summary>Fails unless the verified files of the calling test are exactly what was generated.</summary>
    /// <param name="driver">A driver that has run.</param>
    /// <param name="ignore">Sources that are not this test's business, such as attributes that every run adds.</param>
    /// <param name="parameters">Needed in a theory: what tells its cases apart, in the order of the file name.</param>
    /// <param name="sourceFile">Left to the compiler.</param>
    /// <param name="method">Left to the compiler.</param>
    public static Task Verify(
        GeneratorDriver driver,
        Func<GeneratedSourceResult, bool>? ignore = null,
        IEnumerable<(string Name, object? Value)>? parameters = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "") =>
        Compare(driver, SnapshotFolder.NameOf(sourceFile, method, parameters), TestSource.Resolve(sourceFile), ignore);

#if VERIFY
    private static async Task Compare(
        GeneratorDriver driver, SnapshotName name, string sourceFile, Func<GeneratedSourceResult, bool>? ignore)
    {
        var settings = new VerifyTests.VerifySettings();
        settings.UseDirectory("Snapshots");
        settings.UseTypeName(name.TestClass);
        settings.UseMethodName(name.Method);
        if (name.ParameterText is { Length: > 0 } text)
            settings.UseTextForParameters(text);
        if (ignore is not null)
            VerifyTests.VerifySourceGenerators.IgnoreGeneratedResult(settings, ignore);
        try
        {
            SnapshotFolder.Claim(name); // Verify refuses a name that was taken, too, in an exception and words of its own
        }
        catch (SnapshotException taken)
        {
            throw new CheckFailedException(taken.Message, taken);
        }

        // Verify passes a run without any output; that is the one thing which is checked before it.
        if (SnapshotTarget.Of(driver.GetRunResult(), ignore).IsEmpty)
            throw new CheckFailedException($"{name.Prefix}: nothing was generated.");
        await VerifyXunit.Verifier.Verify(driver, settings, sourceFile);
    }

    // CA2255 is about libraries; this one only ever runs inside a test, and Verify must be told before its first use.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Initialize() => VerifyTests.VerifySourceGenerators.Initialize();
#else
    private static Task Compare(GeneratorDriver driver, SnapshotName name, string sourceFile, Func<GeneratedSourceResult, bool>? ignore)
    {
        _ = sourceFile;
        try
        {
            SnapshotFolder.Compare(driver.GetRunResult(), name, ignore);
        }
        catch (SnapshotException different)
        {
            throw new CheckFailedException(different.Message, different);
        }

        return Task.CompletedTask;
    }
#endif
}
