extern alias generator;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.Charts;
using Parameterize.Experiments;
using Parameterize.Testing;
using TorchSharp;
using TorchSharp.PyBridge;
using Generator = generator::Parameterize.Generators.ParameterizeGenerator;

namespace Parameterize.Documentation.Tests;

/// <summary>A block as a user's compiler has it: with the generator, every analyzer, and the packages that the pages speak of.</summary>
internal static class CompiledBlock
{
    private static readonly CompilationSetup s_setup = Setup();

    private static readonly GeneratorUnderTest s_subject = new(() => [new Generator()], s_setup)
    {
        SharedSources = ["Parameterize.TorchSupport.g.cs"],
    };

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(Generator).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Errors and warnings, the compiler's and the analyzers'.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Findings(FencedBlock block)
    {
        var output = s_subject.WithoutSharedBodies(Generated(block));
        var all = await output.WithAnalyzers(s_analyzers).GetAllDiagnosticsAsync();
        return [.. all.Where(found => found.Severity >= DiagnosticSeverity.Warning && !found.IsSuppressed)];
    }

    /// <summary>Whether the block has statements of its own.</summary>
    public static bool IsProgram(FencedBlock block) => IsProgram(s_setup.Compile(BlockContext.Around(block)));

    /// <summary>The program that the block is.</summary>
    public static byte[] Program(FencedBlock block)
    {
        using var image = new MemoryStream();
        var emitted = Generated(block).Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return image.ToArray();
    }

    private static CSharpCompilation Generated(FencedBlock block)
    {
        var compilation = s_setup.Compile(BlockContext.Around(block));
        var kind = IsProgram(compilation) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return GeneratorHarness.Run(
            s_subject,
            compilation.WithAssemblyName("Block" + Guid.NewGuid().ToString("N"))
                .WithOptions(s_setup.CompilationOptions.WithOutputKind(kind))).Output;
    }

    private static bool IsProgram(CSharpCompilation compilation) => compilation.SyntaxTrees.Any(
        tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<GlobalStatementSyntax>().Any());

    private static CompilationSetup Setup()
    {
        var plain = new CompilationSetup();
        return plain with
        {
            References =
            [
                .. ReferenceAssemblies.FrameworkAnd(
                    typeof(torch), typeof(torchvision), typeof(PyBridgeModuleExtensions), typeof(ParameterizeAttribute),
                    typeof(CoordinateCheck), typeof(Chart), typeof(GeneratedModels), typeof(GeneratorDriver), typeof(CSharpCompilation),
                    typeof(FactAttribute), typeof(Assert)),
            ],
            ParseOptions = plain.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
        };
    }
}
