using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Testing;

/// <summary>How sources of models are compiled inside a test: against everything that the test itself runs with.</summary>
internal static class ModelSources
{
    // What the SDK writes into a project with ImplicitUsings; a project without them has its own usings, to which these do no harm.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // The generator has copies of the theory's types, which would be ambiguous with the package's.
    private static readonly string[] NotForModels = ["Parameterize.Generators", "Parameterize.Testing"];

    private static readonly Lazy<ImmutableArray<PortableExecutableReference>> References = new(Load);

    /// <summary>The newest C# that this compiler knows.</summary>
    public static CSharpParseOptions Options { get; } = new(LanguageVersion.Latest);

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path);

    /// <summary>Compiles as if the files were part of the test's assembly, so that they see what is internal and visible to it.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> files, string testAssembly) => CSharpCompilation.Create(
        testAssembly,
        files.Append(Parse(ImplicitUsings, "ImplicitUsings.g.cs")),
        References.Value.Where(reference => Path.GetFileNameWithoutExtension(reference.FilePath) != testAssembly),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static ImmutableArray<PortableExecutableReference> Load()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string
            ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. trusted.Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
                .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
                .Where(path => !NotForModels.Contains(Path.GetFileNameWithoutExtension(path)) && IsManaged(path))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }

    private static bool IsManaged(string path)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(path));
            return image.HasMetadata;
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException)
        {
            return false;
        }
    }
}
