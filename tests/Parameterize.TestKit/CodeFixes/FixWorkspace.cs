using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.TestKit;

/// <summary>A workspace of one project with the files of a test, and beside them what the generator makes of them.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private const string GeneratedFolder = "Generated";
    private readonly AdhocWorkspace _workspace = new();
    private readonly AnalyzerTest _analyzers;

    public FixWorkspace(AnalyzerTest analyzers, ImmutableArray<MarkedFile> files)
    {
        _analyzers = analyzers;
        var setup = analyzers.Setup;
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), setup.AssemblyName, setup.AssemblyName, LanguageNames.CSharp,
            compilationOptions: setup.CompilationOptions, parseOptions: setup.ParseOptions, metadataReferences: setup.References);
        var solution = _workspace.CurrentSolution.AddProject(project);
        foreach (var file in files)
            solution = Add(solution, project.Id, file.Path, file.Content.Text, folders: []);
        foreach (var source in Generate(files).SelectMany(s => s.Select(text => (Hint: s.Key, Text: text))))
            solution = Add(solution, project.Id, source.Hint, source.Text, [GeneratedFolder]);
        // Formatting a fix with the machine's line ends would make its test one of the machine.
        Solution = solution.WithOptions(solution.Options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, "\n"));
    }

    public Solution Solution { get; }

    public Project Project => Solution.Projects.Single();

    public void Dispose() => _workspace.Dispose();

    /// <summary>The document of a file of the test.</summary>
    public Document DocumentAt(string path) => Project.Documents.Single(d => d.FilePath == path);

    /// <summary>What analyzers and compiler report for the project as it stands.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics() =>
        await _analyzers.Run((CSharpCompilation)(await Project.GetCompilationAsync())!);

    /// <summary>The texts of the test's own files after a change, by path.</summary>
    public static async Task<ImmutableSortedDictionary<string, string>> Texts(Solution changed)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var document in changed.Projects.Single().Documents.Where(d => d.Folders is not [GeneratedFolder]))
            texts.Add(document.FilePath ?? document.Name, (await document.GetTextAsync()).ToString());
        return texts.ToImmutable();
    }

    private ILookup<string, string> Generate(ImmutableArray<MarkedFile> files)
    {
        if (_analyzers.Generator is not { } generator)
            return Enumerable.Empty<string>().ToLookup(s => s);
        var sources = files.Select(f => new SourceFile(f.Content.Text, f.Path));
        return GeneratorHarness.Run(generator with { Setup = _analyzers.Setup }, sources).Sources;
    }

    private static Solution Add(Solution solution, ProjectId project, string path, string text, IEnumerable<string> folders) =>
        solution.AddDocument(DocumentId.CreateNewId(project), path, SourceText.From(text), folders, path);
}
