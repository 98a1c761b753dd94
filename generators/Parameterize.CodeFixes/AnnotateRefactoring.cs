using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Parameterize.CodeFixes.Annotation;

namespace Parameterize.CodeFixes;

/// <summary>On a plain TorchSharp module: annotates it, the plain modules that it builds, and the optimizers over them.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AnnotateRefactoring)), Shared]
public sealed class AnnotateRefactoring : CodeRefactoringProvider
{
    private const string Title = "Parameterize this model";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var declaration = root?.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>();

        // On the head of the class, not all over its body.
        if (declaration is null
            || !(declaration.SpanStart <= context.Span.Start && context.Span.End <= declaration.OpenBraceToken.SpanStart))
        {
            return;
        }

        var semantics = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (semantics?.GetDeclaredSymbol(declaration, context.CancellationToken) is { } type && PlainModels.Is(type))
        {
            context.RegisterRefactoring(
                CodeAction.Create(Title, cancellation => Annotated(document, type, cancellation), nameof(AnnotateRefactoring)));
        }
    }

    private static async Task<Solution> Annotated(Document document, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var solution = document.Project.Solution;
        if (await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not CSharpCompilation compilation)
        {
            return solution;
        }

        var result = await Annotator.Annotate(compilation, [type], baseWidth: null, cancellation).ConfigureAwait(false);
        foreach (var file in result.Files)
        {
            var remarks = result.Remarks.Where(remark => remark.Location.SourceTree == file.Value).ToArray();
            if (solution.GetDocumentId(file.Key) is { } id && (file.Key != file.Value || remarks.Length > 0))
            {
                solution = solution.WithDocumentSyntaxRoot(
                    id, WithWarnings(await file.Value.GetRootAsync(cancellation).ConfigureAwait(false), remarks));
            }
        }

        return solution;
    }

    /// <summary>What could not be decided, as the editor shows it in its preview of the change.</summary>
    private static SyntaxNode WithWarnings(SyntaxNode root, IEnumerable<Remark> remarks)
    {
        var places = remarks.ToLookup(remark => root.FindToken(remark.Location.SourceSpan.Start), remark => remark.Text);
        return root.ReplaceTokens(places.Select(place => place.Key), (token, _) =>
            token.WithAdditionalAnnotations([.. places[token].Select(text => WarningAnnotation.Create(text))]));
    }
}
