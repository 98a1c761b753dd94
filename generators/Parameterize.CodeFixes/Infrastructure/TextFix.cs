using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Parameterize.CodeFixes.Infrastructure;

/// <summary>What all fixes share: a fix says which edits mend one diagnostic, and can then mend one or all of a solution.</summary>
public abstract class TextFix : CodeFixProvider
{
    private protected TextFix()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new FixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in await OffersIn(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(offer.Title, cancellation => Apply(solution, offer.Edits, cancellation), offer.Key), diagnostic);
            }
        }
    }

    /// <summary>The ways to mend one diagnostic, the likeliest first; none where no edit is sure to be meant.</summary>
    private protected abstract IEnumerable<Offer> Offers(FixSite site);

    /// <summary>The same, for who applies fixes without a light bulb.</summary>
    internal IReadOnlyList<Offer> OffersAt(FixSite site) => [.. Offers(site)];

    private async Task<IReadOnlyList<Offer>> OffersIn(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await FixSite.Of(document, diagnostic, cancellation).ConfigureAwait(false) is { } site ? OffersAt(site) : [];

    private static async Task<Solution> Apply(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        foreach (var file in edits.Distinct().GroupBy(edit => edit.Tree))
        {
            if (solution.GetDocument(file.Key) is { } document)
            {
                var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
                var root = await file.Key.GetRootAsync(cancellation).ConfigureAwait(false);
                solution = solution.WithDocumentText(document.Id, file.ToArray().ApplyTo(root, text));
            }
        }

        return solution;
    }

    /// <summary>Takes the offer of the same key at every place of the scope.</summary>
    private sealed class FixAll(TextFix fix) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var cancellation = context.CancellationToken;
            var solution = context.Solution;
            var edits = new List<Edit>();
            var title = "";
            foreach (var document in Documents(context))
            {
                foreach (var diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
                {
                    var offers = await fix.OffersIn(document, diagnostic, cancellation).ConfigureAwait(false);
                    if (offers.FirstOrDefault(offer => offer.Key == context.CodeActionEquivalenceKey) is { } chosen)
                    {
                        edits.AddRange(chosen.Edits);
                        title = chosen.Title;
                    }
                }
            }

            return edits.Count == 0
                ? null
                : CodeAction.Create(title, inner => Apply(solution, edits, inner), context.CodeActionEquivalenceKey);
        }

        private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
        {
            FixAllScope.Document => context.Document is { } document ? [document] : [],
            FixAllScope.Project => context.Project.Documents,
            _ => context.Solution.Projects.SelectMany(project => project.Documents),
        };
    }
}
