using System.Reflection;
using System.Runtime.CompilerServices;
using Parameterize.Testing.Locks;
using Parameterize.Testing.Snapshots;

namespace Parameterize.Testing;

/// <summary>
/// A file that says how the models of an assembly scale, tensor by tensor, compared in a test: what a release of a package, an attribute or
/// an edit changes in that is then a diff of one file that a reviewer reads. <c>parameterize lock</c> writes the same file.
/// </summary>
/// <example><code>
/// [Fact]
/// public void Scaling_is_as_reviewed() => ScalingLock.Match(typeof(Mlp).Assembly, "../Models/parameterize.lock.md");
/// </code></example>
public static class ScalingLock
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The text of an assembly.</summary>
    /// <param name="models">The assembly with the models.</param>
    /// <exception cref="SnapshotException">No class of it is annotated.</exception>
    public static string TextOf(Assembly models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var annotated = models.GetTypes()
            .Where(type => type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "Parameterize.ParameterizeAttribute"))
            .ToArray();
        return annotated.Length > 0
            ? LockText.Of(annotated.Select(type => (type.FullName!, ModelSizes.Of(type), Markdown(type))))
            : throw new SnapshotException($"{models.GetName().Name} has no model: no class of it bears [Parameterize].");
    }

    /// <summary>
    /// Fails unless the file says what the models do. <c>PARAMETERIZE_ACCEPT_SNAPSHOTS=1</c> writes it instead, except where
    /// <c>CI=true</c>.
    /// </summary>
    /// <param name="models">The assembly with the models.</param>
    /// <param name="file">The file; a relative path starts at the folder of the test's source file.</param>
    /// <param name="sourceFile">Left to the compiler.</param>
    /// <exception cref="SnapshotException">The file is missing or says something else; the message has the diff.</exception>
    public static void Match(Assembly models, string file = LockText.FileName, [CallerFilePath] string sourceFile = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(TestSource.Resolve(sourceFile))!, file));
        var (text, old) = (TextOf(models), File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null);
        if (old == text)
        {
            return;
        }

        if (SnapshotVerifier.AcceptRequested(Environment.GetEnvironmentVariable))
        {
            File.WriteAllText(path, text);
            return;
        }

        var what = old is null ? $"There is no {path} yet; it would be" : $"The models scale otherwise than {path} says";
        throw new SnapshotException(
            $"{what}:\n{UnifiedDiff.Of(old ?? "", text)}\n\n" +
            $"If this is as intended: {SnapshotVerifier.AcceptVariable}=1 dotnet test, or parameterize lock");
    }

    // By name: this package is compiled against no version of the library. All closed types of a generic class have one table.
    private static string Markdown(Type type)
    {
        var closed = type.IsGenericTypeDefinition
            ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(object))])
            : type;
        var scaling = closed.GetProperty("Scaling", Static)?.GetValue(null)
            ?? throw new SnapshotException(
                $"'{type.FullName}' bears [Parameterize] but has no Scaling: the generator did not run when it was built.");
        return (string)scaling.GetType().GetMethod("ToMarkdown", Type.EmptyTypes)!.Invoke(scaling, null)!;
    }
}
