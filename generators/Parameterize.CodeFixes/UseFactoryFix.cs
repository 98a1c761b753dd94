using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.CodeFixes.Infrastructure;
using Parameterize.Generators.Analyzers;
using Parameterize.Generators.Diagnostics;

namespace Parameterize.CodeFixes;

/// <summary>PMZ0016: <c>optim.AdamW(model.parameters(), lr: 1e-3)</c> becomes <c>model.AdamW(lr: 1e-3)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseFactoryFix)), Shared]
public sealed class UseFactoryFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.PlainOptimizer);

    private protected override IEnumerable<Offer> Offers(FixSite site)
    {
        if (site.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || site.Diagnostic.Properties.GetValueOrDefault(OptimizerAnalyzer.FactoryProperty) is not { } factory)
        {
            yield break;
        }

        // The factory's arguments are those of TorchSharp's own, in the same order, without the parameters.
        var arguments = call.ArgumentList.Arguments;
        var rest = arguments.Where(argument => Model(argument) is null).Select(argument => argument.ToString()).ToArray();
        if (arguments.Select(Model).FirstOrDefault(name => name is not null) is { } model && rest.Length == arguments.Count - 1)
        {
            var text = $"{model}{factory}({string.Join(", ", rest)})";
            yield return new Offer($"Use the generated {factory}", DiagnosticIds.PlainOptimizer, [Edit.Replace(call, text)]);
        }
    }

    /// <summary>As <c>model.</c> for <c>model.parameters()</c>; empty for a model's call on itself, null for other arguments.</summary>
    private static string? Model(ArgumentSyntax argument) => (argument.Expression as InvocationExpressionSyntax)?.Expression switch
    {
        IdentifierNameSyntax name when IsParameters(name) => "",
        MemberAccessExpressionSyntax { Name: var name, Expression: var model } when IsParameters(name) => model + ".",
        _ => null,
    };

    private static bool IsParameters(SimpleNameSyntax name) => name.Identifier.ValueText is "parameters" or "named_parameters";
}
