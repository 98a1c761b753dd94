using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0007: marks the parameter <c>width</c> with [Width]; where there is none, each integer parameter is a choice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkWidthFix)), Shared]
public sealed class MarkWidthFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NoWidth);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Type is not { } declaration || site.Model.GetDeclaredSymbol(declaration, site.Cancellation) is not INamedTypeSymbol type)
        {
            yield break;
        }

        var integers = type.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Where(parameter => parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64)
            .ToLookup(parameter => parameter.Name);
        var names = integers.Contains("width") ? ["width"] : integers.Select(parameters => parameters.Key).ToArray();
        foreach (var name in names)
        {
            var mark = $"[{site.AttributeName(declaration.SpanStart, "Width")}] ";

            // A width that several constructors take is one width.
            var edits = integers[name]
                .SelectMany(parameter => parameter.DeclaringSyntaxReferences)
                .Select(reference => reference.GetSyntax(site.Cancellation))
                .OfType<ParameterSyntax>()
                .Select(parameter => Edit.Insert(parameter.SyntaxTree, parameter.SpanStart, mark))
                .ToArray();
            yield return new Offer($"Mark '{name}' as [Width]", $"{DiagnosticIds.NoWidth}:{name}", edits);
        }
    }
}
