using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Parameterize.CodeFixes.Annotation;

/// <summary>Follows places through edits of the text around them.</summary>
internal sealed class Positions(IEnumerable<Location> places)
{
    private readonly List<(SyntaxTree Tree, TextSpan Span)> _places = [.. places.Select(place => (place.SourceTree!, place.SourceSpan))];

    public void Follow(SyntaxTree before, SyntaxTree after, IReadOnlyList<TextChange> changes)
    {
        for (var index = 0; index < _places.Count; index++)
        {
            var (tree, span) = _places[index];
            if (tree == before)
            {
                var shift = changes.Where(change => change.Span.End <= span.Start)
                    .Sum(change => change.NewText!.Length - change.Span.Length);
                _places[index] = (after, new TextSpan(span.Start + shift, span.Length));
            }
        }
    }

    public Location Of(int index) => Location.Create(_places[index].Tree, _places[index].Span);
}
