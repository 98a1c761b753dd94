extern alias generator;

using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Parameterize.TestKit.Facts;
using Parameterize.TestKit.Setup;
using TorchSharp;

namespace Parameterize.Training.Tests.Models;

/// <summary>Annotated classes that are written as text, generated for, compiled and loaded while the tests run.</summary>
internal static class WrittenModels
{
    private const string Usings = """
        using Parameterize;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        """;

    private static readonly GeneratorUnderTest s_generator = new(
        () => new generator::Parameterize.Generators.ParameterizeGenerator(),
        ReferenceAssemblies.FrameworkAnd(typeof(torch), typeof(ParameterizeAttribute)));

    /// <summary>The assembly of some classes.</summary>
    /// <param name="source">The classes.</param>
    /// <param name="planted">Texts of the generated code to put others in the place of, so that it claims what is wrong; each has to be
    /// there.</param>
    public static Assembly Compile(string source, params (string Text, string Other)[] planted)
    {
        var outcome = GeneratorHarness.Run(s_generator, Usings + source);
        OutputIsClean.Assert(outcome);
        var output = planted.Aggregate(outcome.Output, Plant);
        using var image = new MemoryStream();
        Assert.True(output.Emit(image).Success);
        return Assembly.Load(image.ToArray());
    }

    private static CSharpCompilation Plant(CSharpCompilation compilation, (string Text, string Other) planted)
    {
        var tree = Assert.Single(compilation.SyntaxTrees, tree =>
            tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) && tree.ToString().Contains(planted.Text, StringComparison.Ordinal));
        var changed = CSharpSyntaxTree.ParseText(
            tree.ToString().Replace(planted.Text, planted.Other, StringComparison.Ordinal), (CSharpParseOptions)tree.Options, tree.FilePath,
            tree.Encoding);
        return compilation.ReplaceSyntaxTree(tree, changed);
    }
}
