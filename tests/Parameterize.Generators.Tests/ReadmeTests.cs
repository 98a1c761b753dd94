using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Generators.Tests;

/// <summary>
/// The README's first screen is true: the class is the one that the snapshots generate from, and the generated lines are theirs.
/// </summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_annotated_class_is_the_one_that_the_snapshot_is_of()
    {
        var shown = WithoutComments("[Parameterize(" + CodeBlocks()[0].Split("\n[Parameterize(")[1]);

        Assert.Contains(Squeezed(shown), Squeezed(Sources.Mlp), StringComparison.Ordinal);
    }

    /// <summary>As pasted into an empty Program.cs of a console project with the SDK's implicit usings.</summary>
    [Fact]
    public void The_block_compiles_as_it_is()
    {
        const string ImplicitUsings =
            "global using System;\nglobal using System.Collections.Generic;\nglobal using System.IO;\nglobal using System.Linq;";
        var setup = Subjects.Generator.Setup with
        {
            ParseOptions = Subjects.Generator.Setup.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
            CompilationOptions = Subjects.Generator.Setup.CompilationOptions.WithOutputKind(OutputKind.ConsoleApplication),
        };
        var compilation = setup.Compile([new SourceFile(CodeBlocks()[0], "Program.cs"), new SourceFile(ImplicitUsings, "Usings.cs")]);
        CSharpGeneratorDriver.Create([new ParameterizeGenerator().AsSourceGenerator()], parseOptions: setup.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_generated_lines_are_in_the_snapshot()
    {
        var snapshot = Path.Combine(
            Repository.Root, "tests", "Parameterize.Generators.Tests", "Snapshots",
            "GeneratedTextTests.Mlp_of_the_guide#Mlp.g.verified.cs");
        var generated = File.ReadAllText(snapshot).Replace("global::", "", StringComparison.Ordinal)
            .Split('\n').Select(line => line.Trim()).ToHashSet();

        Assert.All(CodeBlocks()[1].Split('\n').Select(line => line.Trim()), line => Assert.Contains(line, generated));
    }

    private static string[] CodeBlocks() =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Select(match => match.Groups[1].Value.Trim())];

    private static string WithoutComments(string code) => Comment().Replace(code, "");

    private static string Squeezed(string code) => Space().Replace(code, " ");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(" *//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
