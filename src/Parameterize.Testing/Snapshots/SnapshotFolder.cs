using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Parameterize.Testing.Snapshots;

/// <summary>The folder <c>Snapshots</c> beside a test.</summary>
internal static class SnapshotFolder
{
    private static readonly ConcurrentDictionary<string, byte> Taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a test's snapshots.</summary>
    public static SnapshotName NameOf(string sourceFile, string method, IEnumerable<(string Name, object? Value)>? parameters)
    {
        var path = TestSource.Resolve(sourceFile);
        return new(Path.Combine(Path.GetDirectoryName(path)!, "Snapshots"), TestSource.ClassOf(path), method, [.. parameters ?? []]);
    }

    /// <summary>Fails unless the verified files of this name are exactly what was generated.</summary>
    /// <exception cref="SnapshotException">They are not, or the name was compared before in this run.</exception>
    public static void Compare(GeneratorDriverRunResult result, SnapshotName name, Func<GeneratedSourceResult, bool>? ignore)
    {
        Claim(name);
        new SnapshotVerifier().Verify(result, name, ignore);
    }

    /// <summary>Takes a name for the rest of the run.</summary>
    /// <exception cref="SnapshotException">It was taken before.</exception>
    public static void Claim(SnapshotName name)
    {
        // Two calls with one name would each find the other's files stale, or overwrite them.
        if (!Taken.TryAdd(Path.Combine(name.Directory, name.Prefix), 0))
        {
            throw new SnapshotException($"{name.Prefix} was verified twice in this run; tell the cases of a theory apart with parameters.");
        }
    }
}
