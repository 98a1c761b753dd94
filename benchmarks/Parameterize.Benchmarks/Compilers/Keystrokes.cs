using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Benchmarks.Compilers;

/// <summary>What one keystroke costs for each annotated class of the project.</summary>
internal readonly record struct Cost(double Microseconds, double Bytes);

/// <summary>
/// Someone who types in a project of many annotated classes, while the generator runs at each keystroke, as an editor runs it.
/// </summary>
internal sealed class Keystrokes
{
    private const string Unrelated = "public static class Unrelated { public static int Sum() => 0 + 0; }";
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly string _ownText;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private int _strokes;

    public Keystrokes(Subject subject, int classes)
    {
        _ownText = subject.Files(1).Single();
        Classes = classes;
        _compilation = CSharpCompilation.Create(
            "Benchmark",
            [.. subject.Files(classes).Select(Parse), Parse(Unrelated)],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(subject.Load(), parseOptions: ParseOptions).RunGenerators(_compilation);
        foreach (var result in _driver.GetRunResult().Results)
        {
            if (result.Exception is not null)
            {
                throw new InvalidOperationException($"{subject.Name} threw.", result.Exception);
            }
        }

        if (_driver.GetRunResult().GeneratedTrees.Length < classes)
        {
            throw new InvalidOperationException($"{subject.Name} generated too little.");
        }
    }

    public int Classes { get; }

    /// <summary>
    /// Types in a file without an annotated class, or in a method of the first class; the microseconds and bytes a class that it takes.
    /// </summary>
    public Cost Type(bool isOwn)
    {
        var tree = _compilation.SyntaxTrees[isOwn ? 0 : _compilation.SyntaxTrees.Length - 1];
        var typed = string.Create(CultureInfo.InvariantCulture, $"=> {++_strokes} + 0;");
        _compilation = _compilation.ReplaceSyntaxTree(
            tree, Parse((isOwn ? _ownText : Unrelated).Replace("=> 0 + 0;", typed, StringComparison.Ordinal)));
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        _driver = _driver.RunGenerators(_compilation);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(elapsed.TotalMicroseconds / Classes, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)Classes);
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);
}
