using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Analyzers;

namespace Parameterize.Analyzers.Tests;

/// <summary>Whatever gets no generated part has an error that says why, and whatever has one gets no part.</summary>
public sealed class AgreementTests
{
    /// <summary>The rules on use, one of them by a derived class: they need the generated part.</summary>
    private static readonly string[] AboutUse =
    [
        "PMZ0012", "PMZ0013", "PMZ0014", "PMZ0024", "PMZ0031", "PMZ0035", "PMZ0037", "PMZ0038", "PMZ0045", "PMZ0046", "PMZ0047", "PMZ0050",
    ];

    public static TheoryData<string> Rules => [.. typeof(RuleTests).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(RuleTests)))
        .Select(type => type.FullName!)
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_class_has_an_error_or_a_part(string tests)
    {
        var rule = (RuleTests)Activator.CreateInstance(typeof(RuleTests).Assembly.GetType(tests)!)!;
        foreach (var source in new[] { rule.Hit, rule.NearMiss }.Select(Source.Plain))
        {
            await AssertAgreement(source, rule.Setup);
        }
    }

    /// <summary>
    /// The generator reads a class before there are generated parts. An analyzer that has to read it itself does so after that.
    /// </summary>
    [Fact]
    public async Task What_is_found_is_found_without_the_generated_parts_too()
    {
        foreach (var source in FuzzSeeds.All)
        {
            var outcome = GeneratorHarness.Run(Subject.Generator, source);
            var found = await Found(outcome.Input);
            Assert.Equal(found, await Found(outcome.Output));
            Assert.Equal(found, await Found(ParsedAnew(outcome)));
        }
    }

    // With nodes of its own, of which nothing is kept.
    private static CSharpCompilation ParsedAnew(GeneratorOutcome outcome) => outcome.Input.SyntaxTrees.Aggregate(
        outcome.Output,
        (compilation, tree) => compilation.ReplaceSyntaxTree(
            tree, CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath)));

    private static async Task<string[]> Found(CSharpCompilation compilation) =>
        [
            .. (await Reported.By(compilation, [() => new ModelAnalyzer()])).Select(finding => finding.ToString())
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Per class: an error is that of the class around it, the innermost one if it stands in several.</summary>
    private static async Task AssertAgreement(string source, CompilationSetup setup)
    {
        var outcome = GeneratorHarness.Run(Subject.Under(setup), source);
        var annotated = outcome.Input.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes())
            .OfType<AttributeSyntax>()
            .Count(attribute => attribute.Name.ToString() is "Parameterize");
        var errors = (await Reported.By(outcome.Output))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !AboutUse.Contains(diagnostic.Id))
            .ToArray();
        var wrong = errors
            .Select(error =>
                error.Location.SourceTree?.GetRoot()
                    .FindNode(error.Location.SourceSpan)
                    .FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText)
            .Distinct()
            .Count();
        Assert.Equal(annotated - wrong, Parts.Of(outcome).Length);
    }
}
