using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.Generators;
using Parameterize.Generators.Model;
using Parameterize.Testing.Snapshots;

namespace Parameterize.Testing;

/// <summary>
/// What the generator writes for annotated models, made from their source inside a test: so that a change of the model, of its attributes
/// or of the package's version shows up in review as a change of code.
/// </summary>
/// <example><code>
/// [Fact]
/// public void Mlp_is_as_reviewed() => GeneratedModels.In("../Models/Mlp.cs").MatchSnapshots();
/// </code></example>
public sealed class GeneratedModels
{
    private const string Marker = "Microsoft.CodeAnalysis.EmbeddedAttribute.cs";

    private GeneratedModels(GeneratorDriver driver, ImmutableArray<Diagnostic> findings)
    {
        Driver = driver;
        Findings = findings;
        Files = driver.GetRunResult().Results
            .SelectMany(result => result.GeneratedSources)
            .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The driver after its run: <c>await Verify(models.Driver)</c> hands it to Verify.SourceGenerators.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>Every generated text by its hint name: <c>Mlp.g.cs</c>, <c>Mlp.Optimizers.g.cs</c> and what all models share.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>What the analyzers say of the sources, remarks and warnings; errors are thrown.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>From files.</summary>
    /// <param name="file">A source file with annotated models; a relative path starts at the folder of the calling test's source.</param>
    /// <param name="more">
    /// Further files that it needs: nested models, <c>[assembly: ParameterizeDefaults]</c>, global usings. Other types are found in the
    /// assemblies that the test project references; internal ones need <c>InternalsVisibleTo</c> the test project.
    /// </param>
    /// <param name="sourceFile">Left to the compiler.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelSourceException">The sources do not compile, or no class in them is annotated.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static GeneratedModels In(string file, IEnumerable<string>? more = null, [CallerFilePath] string sourceFile = "")
    {
        ArgumentNullException.ThrowIfNull(file);
        var folder = Path.GetDirectoryName(TestSource.Resolve(sourceFile)) ?? "";
        SyntaxTree[] files = [.. new[] { file }.Concat(more ?? []).Select(path => Read(Path.GetFullPath(Path.Combine(folder, path))))];
        return Of(files, Assembly.GetCallingAssembly());
    }

    /// <summary>From a text, with the SDK's implicit usings.</summary>
    /// <param name="source">One file of C#.</param>
    /// <exception cref="ModelSourceException">It does not compile, or no class in it is annotated.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static GeneratedModels InText(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Of([ModelSources.Parse(source, "Models.cs")], Assembly.GetCallingAssembly());
    }

    /// <summary>
    /// Whether a source is the same for all models: the optimizers, the support of TorchSharp and Roslyn's marker. Snapshots leave these
    /// out; with Verify: <c>Verify(models.Driver).IgnoreGeneratedResult(GeneratedModels.IsShared)</c>.
    /// </summary>
    public static bool IsShared(GeneratedSourceResult source) =>
        source.HintName is GeneratedFiles.Support or Marker || source.HintName.EndsWith(".Optimizers.g.cs", StringComparison.Ordinal);

    /// <summary>
    /// Fails unless <c>Snapshots/{TestClass}.{Method}#{Model}.g.verified.cs</c> beside the test is exactly what was generated; writes what
    /// was generated beside it as <c>.received.cs</c>. <c>PARAMETERIZE_ACCEPT_SNAPSHOTS=1</c> accepts it, except where <c>CI=true</c>.
    /// Names and bytes of the files are those of Verify.SourceGenerators.
    /// </summary>
    /// <param name="parameters">In a theory: what tells its cases apart, in the order of the file name.</param>
    /// <param name="sourceFile">Left to the compiler.</param>
    /// <param name="method">Left to the compiler.</param>
    /// <exception cref="SnapshotException">A file is new, different or stale; the message has the diff.</exception>
    public void MatchSnapshots(
        IEnumerable<(string Name, object? Value)>? parameters = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "") =>
        SnapshotFolder.Compare(Driver.GetRunResult(), SnapshotFolder.NameOf(sourceFile, method, parameters), IsShared);

    private static GeneratedModels Of(IReadOnlyList<SyntaxTree> files, Assembly test)
    {
        var input = ModelSources.Compile(files, test.GetName().Name ?? "");
        var driver = CSharpGeneratorDriver.Create([new ParameterizeGenerator().AsSourceGenerator()], parseOptions: ModelSources.Options)
            .RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        var findings = Analyze(output);
        var names = string.Join(", ", files.Select(file => Path.GetFileName(file.FilePath)));

        // The analyzers' errors come first: the compiler's often follow from them, since a refused class gets no generated part.
        Diagnostic[] errors = [.. findings.Concat(output.GetDiagnostics()).Where(one => one.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
        {
            throw ModelSourceException.Of(names, errors);
        }

        var models = new GeneratedModels(driver, findings);
        return models.Files.ContainsKey(GeneratedFiles.Support)
            ? models
            : throw new ModelSourceException($"{names}: no class is annotated with [Parameterize].");
    }

    private static ImmutableArray<Diagnostic> Analyze(Compilation compilation) => compilation
        .WithAnalyzers(
        [
            .. typeof(ParameterizeGenerator).Assembly.GetTypes()
                .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ])
        .GetAnalyzerDiagnosticsAsync()
        .GetAwaiter()
        .GetResult();

    private static SyntaxTree Read(string path) => File.Exists(path)
        ? ModelSources.Parse(File.ReadAllText(path), path)
        : throw new FileNotFoundException($"There is no '{path}'; a relative path starts at the folder of the test's source file.", path);
}
