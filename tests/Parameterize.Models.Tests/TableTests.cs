using Parameterize.Inference.Tests.Oracle;
using Parameterize.Models.Tests.Cases;
using Parameterize.Models.Tests.Harness;

namespace Parameterize.Models.Tests;

/// <summary>Every row of every table is that of the real shapes, at four widths.</summary>
public sealed class TableTests
{
    public static TheoryData<string> Names => ModelCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_that_of_the_shapes(string name)
    {
        var subject = ModelCases.Of(name);
        var verdict = Comparison.Judge(new ModelText("models", name, ""), width =>
        {
            using var model = ModelCase.Build(() => subject.Annotated(width));
            return new(width, ((IParameterizedModel)model).Parameterization.Tensors, RealShapes.Of(model));
        });
        Assert.True(verdict.Outcome == Outcome.Right, verdict.ToString());
        Assert.Contains(verdict.Kinds.Values, kind => kind is not ParameterKind.Finite);
    }
}
