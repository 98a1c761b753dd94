using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Annotation;

/// <summary>What "Parameterize this model" makes of a source, in a workspace as an editor has it.</summary>
/// <param name="Texts">The files afterwards.</param>
/// <param name="Warnings">What the preview of the change warns of, each behind the code that it stands at.</param>
internal sealed record Refactored(IReadOnlyList<string> Texts, IReadOnlyList<string> Warnings)
{
    public string Text => Texts[0];

    /// <summary>Takes the action at <c>$$</c> in the first file; null where none is offered.</summary>
    public static async Task<Refactored?> Of(params string[] sources)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Models", "Models", LanguageNames.CSharp,
            compilationOptions: Subject.Setup.CompilationOptions, parseOptions: Subject.Setup.ParseOptions,
            metadataReferences: Subject.Setup.References));
        var position = sources[0].IndexOf("$$", StringComparison.Ordinal);
        var documents = sources.Select((source, index) =>
        {
            var text = source.Replace("$$", "", StringComparison.Ordinal);
            return workspace.AddDocument(DocumentInfo.Create(
                DocumentId.CreateNewId(project.Id), $"File{index}.cs",
                loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default)), filePath: $"File{index}.cs"));
        }).ToArray();
        CodeAction? offered = null;
        var context = new CodeRefactoringContext(
            workspace.CurrentSolution.GetDocument(documents[0].Id)!, new TextSpan(position, 0), action => offered = action,
            CancellationToken.None);
        await new AnnotateRefactoring().ComputeRefactoringsAsync(context);
        if (offered is null)
        {
            return null;
        }

        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await offered.GetOperationsAsync(CancellationToken.None)));
        var changed = documents.Select(document => operation.ChangedSolution.GetDocument(document.Id)!).ToArray();
        var texts = new List<string>();
        var warnings = new List<string>();
        foreach (var document in changed)
        {
            texts.Add((await document.GetTextAsync()).ToString());
            warnings.AddRange((await document.GetSyntaxRootAsync())!.GetAnnotatedTokens(WarningAnnotation.Kind)
                .SelectMany(token =>
                    token.GetAnnotations(WarningAnnotation.Kind)
                        .Select(warning => $"{token.ValueText}: {WarningAnnotation.GetDescription(warning)}")));
        }

        return new Refactored(texts, warnings);
    }
}
