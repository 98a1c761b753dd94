using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Emission;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Parsing;

/// <summary>Whether the names of generated members are free.</summary>
internal static class NameReader
{
    /// <summary>The variables of InitializeParameters beside those of widths and rules.</summary>
    private static readonly string[] Variables = ["generator", "tensors", "i", "layer"];

    public static void Check(ReadingContext context, ModelSpec model)
    {
        var generated = new Dictionary<string, Location>();
        foreach (var (name, location) in Names(context, model))
        {
            if (generated.ContainsKey(name))
            {
                context.Report(Descriptors.NameTaken, location, name, model.Name, "that of another member");
            }
            else if (Owner(context.Type, name, model.HintName) is { } owner)
            {
                context.Report(Descriptors.NameTaken, location, name, model.Name, owner);
            }

            generated[name] = location;
        }

        CheckParameters(context, model);
    }

    /// <summary>A constructor's parameters become those of InitializeParameters, which has variables of its own.</summary>
    private static void CheckParameters(ReadingContext context, ModelSpec model)
    {
        var variables = Variables
            .Concat(model.Widths.Select(width => width.Symbol))
            .Concat(model.Rules.Select(rule => rule.Variable))
            .ToArray();
        var passed = model.Widths.Where(width => width.Witness is null).Select(width => width.Parameter)
            .Concat(new[] { model.RichnessParameter, model.GammaParameter }.OfType<string>());
        foreach (var name in passed.Where(name => variables.Contains(name)))
        {
            var location = context.Type.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .First(parameter => parameter.Name == name).Locations[0];
            var owner = $"the parameter '{name}', which is also the name of one of its variables";
            context.Report(Descriptors.NameTaken, location, MemberNameList.InitializeParameters, model.Name, owner);
        }
    }

    private static IEnumerable<(string Name, Location Location)> Names(ReadingContext context, ModelSpec model)
    {
        foreach (var name in MemberNameList.Fixed.Concat(OptimizerCatalogue.All.Select(optimizer => optimizer.Factory)))
        {
            yield return (name, context.ClassLocation);
        }

        foreach (var layer in model.Layers.Where(layer => !layer.IsUnscaled))
        {
            var member = context.Type.GetMembers(layer.Member.TrimStart('@')).FirstOrDefault()?.Locations[0] ?? context.ClassLocation;
            yield return (layer.ForwardName, member);
            yield return (MemberNameList.MultiplierField(layer), member);
        }
    }

    private static string? Owner(INamedTypeSymbol type, string name, string hintName)
    {
        foreach (var current in type.SelfAndBases())
        {
            var owner = current.GetMembers(name).FirstOrDefault(member => !member.IsImplicitlyDeclared && !IsGenerated(member, hintName)
                && (member.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(current, type)));
            if (owner is not null)
            {
                return $"'{owner.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
            }
        }

        return type.TypeParameters.Any(parameter => parameter.Name == name) ? $"the type parameter '{name}'"
            : type.Name == name ? "the class's own name" : null;
    }

    private static bool IsGenerated(ISymbol member, string hintName) => member.DeclaringSyntaxReferences
        .Any(reference => reference.SyntaxTree.FilePath.EndsWith(hintName, System.StringComparison.Ordinal));
}
