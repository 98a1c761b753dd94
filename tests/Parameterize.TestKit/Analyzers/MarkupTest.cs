using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.TestKit.Analyzers;

/// <summary>Roslyn's own test of analyzers and code fixes over marked sources, under the setup of an <see cref="AnalyzerTest"/>.</summary>
internal sealed class MarkupTest : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    // Nothing is downloaded: the setup has all references.
    private static readonly Microsoft.CodeAnalysis.Testing.ReferenceAssemblies NoPackages = new("net");
    private readonly AnalyzerTest _test;
    private readonly CodeFixProvider? _fix;
    private readonly List<Diagnostic> _reported = [];

    public MarkupTest(AnalyzerTest test, IEnumerable<SourceFile> files, CodeFixProvider? fix = null)
    {
        _test = test;
        _fix = fix;
        ReferenceAssemblies = NoPackages;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        DiagnosticVerifier = (actual, _, _) => _reported.Add(actual);
        SolutionTransforms.Add(SetUp);
        // Formatting a fix with the machine's line ends would make its test one of the machine.
        OptionsTransforms.Add(options => options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, "\n"));
        Add(TestState, files);
    }

    /// <summary>What was reported and expected.</summary>
    public ImmutableArray<Diagnostic> Reported => [.. _reported];

    /// <summary>What is left after the fix; marks of it are as binding as those before.</summary>
    public IEnumerable<SourceFile> Fixed
    {
        init
        {
            Add(FixedState, value);
            FixedState.MarkupHandling = MarkupMode.Allow;
        }
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => _test.CreateAnalyzers();

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => _fix is null ? [] : [_fix];

    protected override CompilationOptions CreateCompilationOptions() => _test.Setup.CompilationOptions;

    protected override ParseOptions CreateParseOptions() => _test.Setup.ParseOptions;

    protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(
        Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        var (compilation, diagnostics) = await base.GetProjectCompilationAsync(project, verifier, cancellationToken);
        return (_test.Generator?.WithoutSharedBodies((CSharpCompilation)compilation) ?? compilation, diagnostics);
    }

    private static void Add(SolutionState state, IEnumerable<SourceFile> files) =>
        state.Sources.AddRange(SourceFile.Named(files).Select(file => (file.Path!, SourceText.From(file.Text))));

    private Solution SetUp(Solution solution, ProjectId project)
    {
        solution = solution.WithProjectMetadataReferences(project, _test.Setup.References);
        return _test.Generator is { } generator
            ? solution.AddAnalyzerReference(project, new GeneratorReference(generator with { Setup = _test.Setup }))
            : solution;
    }
}
