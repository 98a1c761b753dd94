using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Checks;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Caching;

/// <summary>
/// The classes that were read, by their nodes. At a keystroke Roslyn asks for all of them again, and a class's own node stays what it was
/// while somebody types in another file; and the analyzer asks for what the generator has just read. A reading depends on what the
/// compilation declares, see <see cref="DeclarationStamp"/>, and on the files that it went to, see <see cref="SourceAccess"/>: if both are
/// the same, so is the reading. No compilation is kept alive.
/// </summary>
internal static class ReadingCache
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Entries = new();

    /// <summary>
    /// The model of a class; null if it is not annotated, if another part of it carries the attribute, and if something is wrong with it.
    /// </summary>
    public static ModelSpec? Model(ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation) =>
        Read(declaration, compilation, cancellation).Model;

    /// <summary>The model of an annotated class, and what was found in it.</summary>
    public static (ModelSpec? Model, IReadOnlyList<Finding> Findings) Read(
        INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var node = attribute.ApplicationSyntaxReference?.Node(cancellation);
        if (node?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is ClassDeclarationSyntax own
            && compilation.ContainsSyntaxTree(own.SyntaxTree))
        {
            var kept = Read(own, compilation, cancellation);
            return (kept.Model, kept.Findings);
        }

        var reading = ModelReading.Read(type, attribute, compilation, cancellation);
        return (reading.Model, reading.Findings);
    }

    private static Reading Read(ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        var stamp = DeclarationStamp.Of(compilation);
        var entry = Entries.GetOrCreateValue(declaration);
        if (entry.Last is { } last && last.IsOf(compilation, stamp))
        {
            return last;
        }

        ModelReading? reading = null;
        var trees = SourceAccess.During(() => reading = ReadAnew(declaration, compilation, cancellation));
        return entry.Last = new Reading(stamp, [.. trees], reading?.Model, reading?.Findings ?? []);
    }

    private static ModelReading? ReadAnew(ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation) =>
        compilation.SemanticsOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type
            && type.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute
            && ModelReading.IsFirstDeclaration(type, declaration)
                ? ModelReading.Read(type, attribute, compilation, cancellation)
                : null;

    private sealed record Reading(string Stamp, SyntaxTree[] Trees, ModelSpec? Model, IReadOnlyList<Finding> Findings)
    {
        /// <summary>
        /// Whether it would be made again. What it says has its places in the files as they are, those it did not go to too.
        /// </summary>
        public bool IsOf(Compilation compilation, string stamp) => Stamp == stamp
            && Trees.All(compilation.ContainsSyntaxTree)
            && Findings.All(finding => IsIn(compilation, finding.Location) && IsIn(compilation, finding.Also));

        private static bool IsIn(Compilation compilation, Location? place) =>
            place?.SourceTree is not { } tree || compilation.ContainsSyntaxTree(tree);
    }

    private sealed class Entry
    {
        private volatile Reading? _last;

        public Reading? Last
        {
            get => _last;
            set => _last = value;
        }
    }
}
