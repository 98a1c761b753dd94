extern alias generators;

using System.Globalization;
using generators::Parameterize.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Benchmarks;

/// <summary>A compilation with any number of annotated models, each in a file of its own, and one file that has none.</summary>
internal static class ModelSources
{
    private const string Text = """
        using Parameterize;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Models;

        [Parameterize(Richness = 0.5, BaseWidth = 64)]
        public sealed partial class NAME : Module<Tensor, Tensor>
        {
            [Input] private readonly Linear _embed;
            [Hidden] private readonly Linear _mix;
            [Hidden] private readonly Linear _refine;
            [Output] private readonly Linear _readout;

            public NAME([Width] long width) : base(nameof(NAME))
            {
                _embed = Linear(32, width);
                _mix = Linear(width, 4 * width);
                _refine = Linear(4 * width, width);
                _readout = Linear(width, 10);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) =>
                Readout(functional.gelu(Refine(functional.gelu(Mix(functional.gelu(Embed(x)))))));
        }
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    /// <summary>What a project that uses the package refers to.</summary>
    public static IReadOnlyList<string> ReferencePaths { get; } = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("Parameterize.", StringComparison.Ordinal)
            || Path.GetFileName(path) == "Parameterize.dll")
        .ToArray();

    /// <summary>The same, read.</summary>
    public static MetadataReference[] References { get; } = [.. ReferencePaths.Select(path => MetadataReference.CreateFromFile(path))];

    public static CSharpCompilation Compilation(int models) => CSharpCompilation.Create(
        "Benchmark",
        [
            .. Enumerable.Range(0, models).Select(index => Parse(Text.Replace("NAME", Name(index), StringComparison.Ordinal))),
            Parse("public static class Unrelated { public static int Sum(int a, int b) => a + b; }"),
        ],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Edits the file without a model.</summary>
    public static CSharpCompilation UnrelatedEdit(CSharpCompilation compilation) =>
        Edit(compilation, compilation.SyntaxTrees.Length - 1, "a + b", "a - b");

    /// <summary>Edits the first model's attribute, so that its part has to change.</summary>
    public static CSharpCompilation RelatedEdit(CSharpCompilation compilation) =>
        Edit(compilation, 0, "Richness = 0.5", "Richness = 0.25");

    /// <summary>Edits a statement of the first model, which its part does not depend on.</summary>
    public static CSharpCompilation BodyEdit(CSharpCompilation compilation) =>
        Edit(compilation, 0, "functional.gelu(Embed(x))", "functional.relu(Embed(x))");

    public static GeneratorDriver Driver(bool tracks = false) => CSharpGeneratorDriver.Create(
        [new ParameterizeGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracks));

    private static CSharpCompilation Edit(CSharpCompilation compilation, int tree, string old, string @new)
    {
        var before = compilation.SyntaxTrees[tree];
        var text = before.ToString();
        return text.Contains(old, StringComparison.Ordinal)
            ? compilation.ReplaceSyntaxTree(before, Parse(text.Replace(old, @new, StringComparison.Ordinal)))
            : throw new InvalidOperationException($"No '{old}' to edit.");
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);

    private static string Name(int index) => "Model" + index.ToString("D3", CultureInfo.InvariantCulture);
}
