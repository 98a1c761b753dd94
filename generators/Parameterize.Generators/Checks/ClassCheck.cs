using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Reading;

namespace Parameterize.Generators.Checks;

/// <summary>Whether the class can be given a generated part at all.</summary>
internal static class ClassCheck
{
    private const LanguageVersion Oldest = LanguageVersion.CSharp10;

    public static void Check(ReadingContext context)
    {
        foreach (var type in context.Type.SelfAndContainers().Where(type => !IsPartial(type, context)))
        {
            var location = SymbolEqualityComparer.Default.Equals(type, context.Type) ? context.ClassLocation : type.Locations[0];
            context.Report(Descriptors.NotPartial, location, type.Name);
        }

        if (context.Type.SelfAndContainers().Any(type => type.IsFileLocal))
        {
            context.Report(Descriptors.LocalToFile, context.ClassLocation, context.Type.Name);
        }

        if (context.Type.SelfAndBases().Skip(1).FirstOrDefault(type => type.Has(WellKnownNames.ParameterizeAttribute)) is { } parent)
        {
            context.Report(Descriptors.DerivedFromModel, context.ClassLocation, context.Type.Name, parent.Name);
        }

        if (!context.Type.DerivesFrom(WellKnownNames.Module))
        {
            context.Report(Descriptors.NotAModule, context.ClassLocation, context.Type.Name);
        }

        if (context.ClassLocation.SourceTree?.Options is CSharpParseOptions { LanguageVersion: < Oldest } options)
        {
            context.Report(Descriptors.LanguageVersion, context.ClassLocation, options.LanguageVersion.ToDisplayString());
        }
    }

    private static bool IsPartial(INamedTypeSymbol type, ReadingContext context) => type.DeclaringSyntaxReferences
        .Select(reference => reference.Node(context.Cancellation))
        .OfType<TypeDeclarationSyntax>()
        .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
