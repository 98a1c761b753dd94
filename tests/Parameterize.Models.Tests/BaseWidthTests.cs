using Parameterize.Inference.Tests.Oracle;
using Parameterize.Models.Tests.Cases;
using Parameterize.Models.Tests.Harness;

namespace Parameterize.Models.Tests;

/// <summary>At base width an annotated model is its plain twin: names and bits, before, during and after training.</summary>
public sealed class BaseWidthTests
{
    private const int Steps = 3;

    public static TheoryData<string> Names => ModelCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Starts_with_the_same_bits(string name)
    {
        var subject = ModelCases.Of(name);
        using var plain = ModelCase.Build(subject.Plain);
        using var annotated = ModelCase.Build(() => subject.Annotated(Comparison.BaseWidth));

        Tensors.AssertTwins(plain, annotated);
        Tensors.AssertSame(subject.Run(plain), subject.Run(annotated), "the output");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Trains_with_the_same_bits(string name)
    {
        var subject = ModelCases.Of(name);
        Assert.All(Optimizers.Names, optimizer =>
        {
            using var plain = ModelCase.Build(subject.Plain);
            using var annotated = ModelCase.Build(() => subject.Annotated(Comparison.BaseWidth));
            Assert.Equal(Training.Run(subject, plain, optimizer, Steps), Training.Run(subject, annotated, optimizer, Steps));
            Tensors.AssertTwins(plain, annotated);
        });
    }
}
