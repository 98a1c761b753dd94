using Parameterize.Inference.Tests.Oracle;
using Parameterize.Models.Tests.Cases;
using Parameterize.Models.Tests.Harness;

namespace Parameterize.Models.Tests;

/// <summary>At twice its base width a model trains by the optimizers that were generated for it.</summary>
public sealed class TrainingTests
{
    public static TheoryData<string> Names => ModelCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Trains_by_the_generated_optimizers(string name)
    {
        var subject = ModelCases.Of(name);
        Assert.All(Optimizers.Names, optimizer =>
        {
            using var model = ModelCase.Build(() => subject.Annotated(2 * Comparison.BaseWidth));
            var losses = Training.Run(subject, model, optimizer, steps: 3);

            Assert.All(losses, loss => Assert.True(double.IsFinite(loss), $"the loss is {loss}"));
            Assert.NotEqual(losses[0], losses[^1]);
            Assert.All(model.named_parameters(), named => Tensors.AssertFinite(named.parameter, named.name));
        });
    }
}
