extern alias generators;

using System.Globalization;
using generators::Parameterize.Generators;
using Microsoft.CodeAnalysis;

namespace Parameterize.Benchmarks.Compilers;

/// <summary>A generator and the class that it is given many times over.</summary>
/// <param name="Name">How figures call it.</param>
/// <param name="Text">The class; <c>NAME</c> is its name, and <c>0 + 0</c> stands in a method that the generator does not read.</param>
/// <param name="Load">Makes the generators anew.</param>
/// <param name="Path">Their assembly.</param>
internal sealed record Subject(string Name, string Text, Func<ISourceGenerator[]> Load, string Path)
{
    /// <summary>The README's model.</summary>
    public static Subject Readme { get; } = Ours("README's model", SubjectTexts.Readme);

    /// <summary>A class of blocks, with helpers that build layers.</summary>
    public static Subject Blocks { get; } = Ours("blocks and helpers", SubjectTexts.Blocks);

    /// <summary>A class of six properties and its serializer.</summary>
    public static Subject Json { get; } = new(
        "System.Text.Json", SubjectTexts.Json, () => PeerGenerators.Load(PeerGenerators.JsonPath), PeerGenerators.JsonPath);

    /// <summary>A class of six observable properties.</summary>
    public static Subject Mvvm { get; } = new(
        "CommunityToolkit.Mvvm", SubjectTexts.Mvvm, () => PeerGenerators.Load(PeerGenerators.MvvmPath), PeerGenerators.MvvmPath);

    /// <summary>All, ours first.</summary>
    public static IReadOnlyList<Subject> All => [Readme, Blocks, Json, Mvvm];

    /// <summary>One file for each class.</summary>
    public IEnumerable<string> Files(int classes) => Enumerable.Range(0, classes)
        .Select(index => Text.Replace("NAME", "Model" + index.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static Subject Ours(string name, string text) => new(
        name, text, () => [new ParameterizeGenerator().AsSourceGenerator()], typeof(ParameterizeGenerator).Assembly.Location);
}
