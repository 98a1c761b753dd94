using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Emission;

namespace Parameterize.Generators.Tests;

/// <summary>A choice among more than two is a switch, or a method that returns early: none is a conditional inside another one.</summary>
public class NestedConditionalTests
{
    private static readonly string[] Rooms = ["generators", "src", "samples"];

    [Fact]
    public void Nothing_that_is_written_nests_one()
    {
        var files = Rooms
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .ToArray();
        Assert.True(files.Length > 400, $"Only {files.Length} sources under {Repository.Root}.");
        Assert.Empty(files.SelectMany(file => Nested(File.ReadAllText(Path.Combine(Repository.Root, file)))
            .Select(line => $"{file}:{line}")));
    }

    [Fact]
    public void Nothing_that_is_generated_for_all_models_nests_one() => Assert.Empty(Nested(TorchSupportEmitter.Source));

    [Theory]
    [InlineData("a ? 1 : b ? 2 : 3", true)]
    [InlineData("a ? (b ? 1 : 2) : 3", true)]
    [InlineData("(a ? b : c) ? 1 : 2", true)]
    [InlineData("a ? 1 : F(b ? 2 : 3)", false)]
    [InlineData("a ? b ?? c : d", false)]
    public void They_are_seen(string expression, bool isNested) =>
        Assert.Equal(isNested, Nested($"var x = {expression};").Any());

    /// <summary>The lines at which one stands.</summary>
    private static IEnumerable<int> Nested(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()
            .DescendantNodes()
            .OfType<ConditionalExpressionSyntax>()
            .Where(choice => Outer(choice) is ConditionalExpressionSyntax)
            .Select(choice => choice.GetLocation().GetLineSpan().StartLinePosition.Line + 1);

    private static SyntaxNode? Outer(SyntaxNode choice) =>
        choice.Parent is ParenthesizedExpressionSyntax inner ? Outer(inner) : choice.Parent;
}
