using Parameterize.Models.Tests.Cases;
using Parameterize.Models.Tests.Harness;
using TorchSharp;

namespace Parameterize.Models.Tests;

/// <summary>The std of every weight is that of the plain twin, at base width, times sigma: whatever its author drew it from.</summary>
public sealed class InitTests
{
    /// <summary>Entries below which a sample says little.</summary>
    private const long Fewest = 200;

    public static TheoryData<string> Names => [.. ModelCases.All.Select(subject => subject.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_the_std_of_the_rule(string name)
    {
        var subject = ModelCases.Of(name);
        using var plain = ModelCase.Build(subject.Plain);
        using var wide = ModelCase.Build(() => subject.Annotated(32));
        var rows = ((IParameterizedModel)wide).Parameterization;
        var atBase = plain.named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter);
        foreach (var (tensor, parameter) in wide.named_parameters()
            .Where(entry => atBase.TryGetValue(entry.name, out var twin) && twin.numel() >= Fewest))
        {
            var (std, wanted) = (Size(parameter), Size(atBase[tensor]) * rows[tensor].InitStd);
            var tolerance = 5 / Math.Sqrt(2 * atBase[tensor].numel());
            Assert.True(
                Math.Abs(std - wanted) <= tolerance * wanted,
                FormattableString.Invariant(
                    $"{tensor}: {std:G4} at four times the base, {wanted:G4} wanted, {rows[tensor].InitStd:G4} times that at base"));
        }
    }

    private static double Size(torch.Tensor tensor) => tensor.detach().square().mean().sqrt().ToDouble();
}
