using System.Text;
using Microsoft.CodeAnalysis;

namespace Parameterize.Testing.Snapshots;

/// <summary>
/// Compares generated sources with the files of <see cref="SnapshotName"/>, byte for byte in the format of Verify.SourceGenerators 2.6.0.
/// Stricter in two points where that one lets a test pass: a run without any output fails, and so do diagnostics of a generator.
/// </summary>
/// <param name="environment">Reads an environment variable; its own tests give theirs.</param>
internal sealed class SnapshotVerifier(Func<string, string?>? environment = null)
{
    /// <summary>Set to 1 to write what was generated as verified.</summary>
    public const string AcceptVariable = "PARAMETERIZE_ACCEPT_SNAPSHOTS";

    private static readonly UTF8Encoding Utf8WithBom = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private readonly Func<string, string?> _environment = environment ?? Environment.GetEnvironmentVariable;

    /// <summary>Fails unless the files of <paramref name="name"/> are exactly what <paramref name="result"/> holds.</summary>
    public void Verify(GeneratorDriverRunResult result, SnapshotName name, Func<GeneratedSourceResult, bool>? ignore = null)
    {
        var accept = AcceptRequested(_environment);
        foreach (var twin in name.Existing("received"))
        {
            File.Delete(twin);
        }

        if (result.Diagnostics is [var reported, ..])
        {
            throw new SnapshotException($"{name.Prefix}: the generator itself reported {reported}. Report from an analyzer instead.");
        }

        var targets = SnapshotTarget.Of(result, ignore);
        if (targets.IsEmpty)
        {
            throw new SnapshotException($"{name.Prefix}: nothing was generated.");
        }

        Directory.CreateDirectory(name.Directory);
        var current = targets.Select(t => name.PathOf(t.Leaf, "verified"));
        var stale = name.Existing("verified").Except(current, StringComparer.Ordinal).ToArray();
        if (accept)
        {
            Accept(targets, stale, name);
        }
        else
        {
            Compare(targets, stale, name);
        }
    }

    /// <summary>Whether what is new is to be written as verified.</summary>
    /// <exception cref="SnapshotException">On a build server.</exception>
    public static bool AcceptRequested(Func<string, string?> environment)
    {
        if (environment(AcceptVariable) != "1")
        {
            return false;
        }

        if (string.Equals(environment("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new SnapshotException($"{AcceptVariable}=1 is refused when CI=true: a build server would accept whatever it was given.");
        }

        return true;
    }

    private static void Accept(ImmutableArray<SnapshotTarget> targets, string[] stale, SnapshotName name)
    {
        foreach (var target in targets)
        {
            // An equal file is left alone, with or without its BOM, so that accepting shows up in git only where something changed.
            var path = name.PathOf(target.Leaf, "verified");
            if (!File.Exists(path) || File.ReadAllText(path) != target.Text)
            {
                File.WriteAllText(path, target.Text, Utf8WithBom);
            }
        }

        foreach (var path in stale)
        {
            File.Delete(path);
        }
    }

    private static void Compare(ImmutableArray<SnapshotTarget> targets, string[] stale, SnapshotName name)
    {
        var problems = targets.Select(target => Compare(target, name)).OfType<string>()
            .Concat(stale.Select(path => $"Stale, nothing generates it any more: {path}"))
            .ToArray();
        if (problems.Length > 0)
        {
            throw new SnapshotException($"{string.Join("\n\n", problems)}\n\nIf this is as intended: {AcceptVariable}=1 dotnet test");
        }
    }

    private static string? Compare(SnapshotTarget target, SnapshotName name)
    {
        var verified = name.PathOf(target.Leaf, "verified");
        var old = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (old == target.Text)
        {
            return null;
        }

        var received = name.PathOf(target.Leaf, "received");
        File.WriteAllText(received, target.Text, Utf8WithBom);
        if (old is null)
        {
            return $"New, not verified yet: {received}\n{UnifiedDiff.Of("", target.Text)}";
        }

        if (old.Contains('\r'))
        {
            return $"Has carriage returns (check .gitattributes: *.verified.cs text eol=lf): {verified}";
        }

        return $"Differs: {verified}\n{UnifiedDiff.Of(old, target.Text)}";
    }
}
