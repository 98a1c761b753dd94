using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Generators.Checks;

namespace Parameterize.Generators.Caching;

/// <summary>
/// The models that were read, by the node of their class. At a keystroke Roslyn asks for all of them again, and a class's own node stays what
/// it was while somebody types in another file. A model depends on what the compilation declares, see <see cref="DeclarationStamp"/>, and on
/// the files that its reading went to, see <see cref="SourceAccess"/>: if both are the same, so is the model. No compilation is kept alive.
/// </summary>
internal static class ReadingCache
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Entries = new();

    /// <summary>The model of a class; null if it is not annotated, if another part of it carries the attribute, and if something is wrong with it.</summary>
    public static ModelSpec? Read(ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        var stamp = DeclarationStamp.Of(compilation);
        var entry = Entries.GetOrCreateValue(declaration);
        if (entry.Last is { } last && last.Stamp == stamp && last.Trees.All(compilation.ContainsSyntaxTree))
        {
            return last.Model;
        }

        ModelSpec? model = null;
        var trees = SourceAccess.During(() => model = ReadAnew(declaration, compilation, cancellation));
        entry.Last = new Reading(stamp, [.. trees], model);
        return model;
    }

    private static ModelSpec? ReadAnew(ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation) =>
        compilation.SemanticsOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type
            && type.Attribute(WellKnownNames.ParameterizeAttribute) is { } attribute
            && ModelReading.IsFirstDeclaration(type, declaration)
                ? ModelReading.Of(type, attribute, compilation, cancellation).Model
                : null;

    private sealed record Reading(string Stamp, SyntaxTree[] Trees, ModelSpec? Model);

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
