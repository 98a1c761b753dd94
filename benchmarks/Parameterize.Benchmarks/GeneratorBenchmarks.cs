using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Benchmarks;

/// <summary>
/// What the generator costs: a build (cold), and keystrokes. An editor runs it on each, so what counts is what an edit elsewhere costs.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _unrelated = null!;
    private CSharpCompilation _related = null!;
    private CSharpCompilation _body = null!;
    private GeneratorDriver _driver = null!;

    /// <summary>How many annotated models the compilation has.</summary>
    [Params(1, 100)]
    public int Models { get; set; }

    /// <summary>Compiles, edits and runs once.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _compilation = Bound(ModelSources.Compilation(Models));
        _unrelated = ModelSources.UnrelatedEdit(_compilation);
        _related = ModelSources.RelatedEdit(_compilation);
        _body = ModelSources.BodyEdit(_compilation);
        _driver = ModelSources.Driver().RunGenerators(_compilation);
        var result = _driver.GetRunResult().Results.Single();
        if (result.Exception is not null || result.GeneratedSources.Length != Models + 2)
        {
            throw new InvalidOperationException($"{result.GeneratedSources.Length} files for {Models} models.", result.Exception);
        }
    }

    /// <summary>A build: nothing is known yet.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver Cold() => ModelSources.Driver().RunGenerators(_compilation);

    /// <summary>
    /// The same compilation again. Roslyn adds the embedded attribute to it anew, so that models are read again and found unchanged.
    /// </summary>
    [Benchmark]
    public GeneratorDriver NoOp() => _driver.RunGenerators(_compilation);

    /// <summary>An edit in a file without a model: constructors are bound in the new compilation, and the models found unchanged.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _driver.RunGenerators(_unrelated.Clone());

    /// <summary>An edit of a model's attribute.</summary>
    [Benchmark]
    public GeneratorDriver RelatedEdit() => _driver.RunGenerators(_related.Clone());

    /// <summary>An edit inside a model's forward.</summary>
    [Benchmark]
    public GeneratorDriver BodyEdit() => _driver.RunGenerators(_body.Clone());

    // References are read once per process, not per build of a user.
    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        compilation.GetDiagnostics();
        return compilation;
    }
}
