using BenchmarkDotNet.Attributes;
using static TorchSharp.torch;

namespace Parameterize.Benchmarks;

/// <summary>The two ways of <see cref="ForwardReport"/> as BenchmarkDotNet times them, one after the other and with allocations.</summary>
[MemoryDiagnoser]
public class ForwardBenchmarks
{
    private ScaledMlp _model = null!;
    private Tensor _input = null!;

    /// <summary>The width; the base width is 32.</summary>
    [Params(64, 256, 1024)]
    public int Width { get; set; }

    /// <summary>Builds the model.</summary>
    [GlobalSetup]
    public void SetUp() => (_model, _input) = (new ScaledMlp(Width), randn(128, 64));

    /// <summary>Frees it.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _model.Dispose();
        _input.Dispose();
    }

    /// <summary>Without multipliers.</summary>
    [Benchmark(Baseline = true)]
    public void Plain() => Step(_model.Plain);

    /// <summary>With them.</summary>
    [Benchmark]
    public void Scaled() => Step(_model.Scaled);

    private void Step(Func<Tensor, Tensor> forward)
    {
        using var scope = NewDisposeScope();
        forward(_input).sum().backward();
    }
}
