extern alias package;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TorchSharp;

namespace Parameterize.Generators.Tests;

/// <summary>The generator under test, and the conditions that users compile in.</summary>
internal static class Subjects
{
    /// <summary>The shared file has a snapshot of its own; the embedded attribute is Roslyn's.</summary>
    public const string SupportFile = "Parameterize.TorchSupport.g.cs";

    /// <summary>How the names of files with optimizers end. They are alike for all models.</summary>
    public const string Optimizers = ".Optimizers.g.cs";

    public static readonly GeneratorUnderTest Generator = With(
        ReferenceAssemblies.FrameworkAnd(typeof(torch), typeof(package::Parameterize.ParameterizeAttribute)));

    public static GeneratorUnderTest With(IEnumerable<MetadataReference> references) => new(() => new ParameterizeGenerator(), references)
    {
        LowestLanguageVersion = LanguageVersion.CSharp10,
    };

    public static bool IsOptimizers(GeneratedSourceResult source) => source.HintName.EndsWith(Optimizers, StringComparison.Ordinal);

    public static bool IsEmbedded(GeneratedSourceResult source) =>
        source.HintName.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    /// <summary>The usings that a user's file begins with.</summary>
    public const string Usings = """
        using Parameterize;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        """;
}
