using Parameterize.Inference.Tests.Oracle;
using Parameterize.Models.Tests.Cases;
using Parameterize.Models.Tests.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace Parameterize.Models.Tests;

/// <summary>A wide model is saved, loaded and moved as any other.</summary>
public sealed class LifeCycleTests
{
    private const long Width = 2 * Comparison.BaseWidth;

    public static TheoryData<string> Names => ModelCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Loads_what_another_saved(string name)
    {
        var subject = ModelCases.Of(name);
        using var saved = ModelCase.Build(() => subject.Annotated(Width), seed: 1);
        using var loaded = ModelCase.Build(() => subject.Annotated(Width), seed: 2);
        Training.Run(subject, saved, "AdamW", steps: 1);

        using var checkpoint = new MemoryStream(); // which saving closes
        saved.save(checkpoint);
        using var copy = new MemoryStream(checkpoint.ToArray());
        loaded.load(copy);

        Tensors.AssertSameState(saved, loaded);
        Tensors.AssertSame(subject.Run(saved), subject.Run(loaded), "the output");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Runs_and_trains_in_double_precision(string name)
    {
        var subject = ModelCases.Of(name);
        using var single = ModelCase.Build(() => subject.Annotated(Width));
        using var @double = ModelCase.Build(() => subject.Annotated(Width));

        using var plain = subject.Plain();
        if (Record.Exception(() => plain.to(ScalarType.Float64)) is { } fault)
        {
            // TorchSharp moves no ModuleDict, annotated or not: its two indexers have one name.
            Assert.IsType(fault.GetType(), Record.Exception(() => @double.to(ScalarType.Float64)));
            return;
        }

        @double.to(ScalarType.Float64);

        Assert.All(@double.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        var (expected, actual) = (subject.Run(single), subject.Run(@double));
        Assert.True(actual.allclose(expected.to(actual.dtype), rtol: 1e-3, atol: 1e-4), "the output is another one");
        Assert.All(Training.Run(subject, @double, "SGD", steps: 1), loss => Assert.True(double.IsFinite(loss)));
    }
}
