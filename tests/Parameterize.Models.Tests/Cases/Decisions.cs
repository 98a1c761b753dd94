using Parameterize.Models.Tests.Harness;
using static Parameterize.Models.Tests.Harness.ModelCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Cases;

/// <summary>Networks on rows of numbers: functions, policies, flows, mixtures.</summary>
internal static class Decisions
{
    private static readonly Dictionary<string, long> Tasks = new() { ["depth"] = 1, ["class"] = 3 };

    public static IReadOnlyList<ModelCase> Cases { get; } =
    [
        Of("Mlp", () => new Plain.Mlp(10, 8, 4), width => new Annotated.Mlp(10, width, 4), Rows, Losses.CrossEntropy),
        Of("Highway", () => new Plain.Highway(10, 8, 2, 4), width => new Annotated.Highway(10, width, 2, 4), Rows, Losses.CrossEntropy),
        Of("DuelingDqn", () => new Plain.DuelingDqn(10, 4, 8), width => new Annotated.DuelingDqn(10, 4, (int)width), Rows),
        Of<Module<Tensor, (Tensor, Tensor)>>(
            "ActorCritic",
            () => new Plain.ActorCritic(10, 4, 8),
            width => new Annotated.ActorCritic(10, 4, width),
            (model, draw) => Joined(model.call(Rows(draw)))),
        Of(
            "MixtureOfExperts",
            () => new Plain.MixtureOfExperts(10, 4, 3, 8),
            width => new Annotated.MixtureOfExperts(10, 4, 3, width),
            Rows,
            Losses.CrossEntropy),
        Of("NeuralOde", () => new Plain.NeuralOde(10, 8), width => new Annotated.NeuralOde(10, width), Rows),
        Of(
            "Film",
            () => new Plain.Film(10, 3, 8, 2, 4),
            width => new Annotated.Film(10, 3, width, 2, 4),
            draw => (Rows(draw), draw.Normal(5, 3)),
            Losses.CrossEntropy),
        Of<Module<Tensor, (Tensor, Tensor, Tensor)>>(
            "PolicyGradient",
            () => new Plain.PolicyGradient(10, 3, 8),
            width => new Annotated.PolicyGradient(10, 3, width),
            (model, draw) =>
            {
                var (mean, deviation, value) = model.call(Rows(draw));
                return cat([mean, deviation, value], dim: 1);
            }),
        Of("MultiTask", () => new Plain.MultiTask(10, 8, Tasks), width => new Annotated.MultiTask(10, width, Tasks), Rows),
    ];

    private static Tensor Rows(Draw draw) => draw.Normal(5, 10);

    private static Tensor Joined((Tensor, Tensor) parts) => cat([parts.Item1, parts.Item2], dim: 1);
}
