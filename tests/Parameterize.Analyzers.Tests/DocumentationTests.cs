using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Analyzers.Tests;

/// <summary>A rule is five things: descriptor, release line, page, tests, fix. None is without the others.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Ids => [.. Subject.Descriptors.Select(descriptor => descriptor.Id)];

    private static IEnumerable<string> Fixable => Subject.FixTypes.SelectMany(create => create().FixableDiagnosticIds);

    [Fact]
    public void Pages_and_rules_are_the_same() =>
        Assert.Equal(Subject.Descriptors.Select(descriptor => descriptor.Id), Page.All.Select(page => page.Id));

    [Fact]
    public void Each_rule_has_tests_of_its_own()
    {
        var tested = typeof(RuleTests).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RuleTests)))
            .Select(type => ((RuleTests)Activator.CreateInstance(type)!).Id)
            .Order(StringComparer.Ordinal);
        Assert.Equal(Subject.Descriptors.Select(descriptor => descriptor.Id), tested);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_what_the_descriptor_says(string id)
    {
        var descriptor = Descriptor(id);
        var page = Page.Of(id);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page.Text, StringComparison.Ordinal);
        Assert.Contains($"\nSeverity: {descriptor.DefaultSeverity}. ", page.Text, StringComparison.Ordinal);
        Assert.All(
            new[] { "## Cause", "## Why it matters", "## Example", "## How to fix", "## How to suppress" },
            heading => Assert.Contains($"\n{heading}\n\n", page.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_whether_there_is_a_fix_and_else_why_not(string id)
    {
        var text = Page.Of(id).CodeFix;
        Assert.NotEmpty(text);
        Assert.Equal(Fixable.Contains(id), !text.StartsWith("none, since ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_index_and_the_release_notes_have_its_line(string id)
    {
        var descriptor = Descriptor(id);
        var isFixable = Fixable.Contains(id) ? "yes" : "no";
        Assert.Contains(
            $"\n| [{id}]({id}.md) | {descriptor.Title} | {descriptor.DefaultSeverity} | {isFixable} |\n", Page.Index,
            StringComparison.Ordinal);
        Assert.Contains(
            $"\n{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}, [page](../../docs/diagnostics/{id}.md)",
            Page.Releases,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_has_no_other_line() =>
        Assert.Equal(Subject.Descriptors.Length, Page.Index.Split('\n').Count(line => line.StartsWith("| [PMZ", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_example_gives_the_rule_and_no_other(string id)
    {
        var reported = await Report(Page.Of(id).Wrong, Test(id));
        Assert.Equal([id], reported.Select(diagnostic => diagnostic.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_example_gives_none(string id) => Assert.Empty(await Report(Page.Of(id).Right, Subject.Analyzers));

    [Fact]
    public void Each_fix_can_fix_all_and_says_what_it_does() => Assert.All(Subject.FixTypes, create =>
    {
        var scopes = create().GetFixAllProvider()!.GetSupportedFixAllScopes();
        Assert.Contains(FixAllScope.Document, scopes);
        Assert.Contains(FixAllScope.Solution, scopes);
    });

    [Fact]
    public void Each_fix_is_exported_to_editors() => Assert.All(Subject.FixTypes, create =>
    {
        var type = create().GetType();
        var export = Assert.Single(type.GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false));
        Assert.Equal(type.Name, ((ExportCodeFixProviderAttribute)export).Name);
        Assert.NotEmpty(type.GetCustomAttributes(typeof(System.Composition.SharedAttribute), inherit: false));
    });

    private static DiagnosticDescriptor Descriptor(string id) => Subject.Descriptors.Single(descriptor => descriptor.Id == id);

    // The one rule about the version of the language.
    private static AnalyzerTest Test(string id) =>
        id == "PMZ0020" ? Subject.With(Subject.Setup.At(LanguageVersion.CSharp9)) : Subject.Analyzers;

    /// <summary>What is reported; the compiler's errors must be those of generated members that are missing for it.</summary>
    private static async Task<Diagnostic[]> Report(string example, AnalyzerTest test)
    {
        var reported = await Reported.By(test, Source.Usings + example);
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
        return reported;
    }
}
