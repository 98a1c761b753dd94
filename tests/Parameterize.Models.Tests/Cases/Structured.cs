using Parameterize.Models.Tests.Harness;
using static Parameterize.Models.Tests.Harness.ModelCase;

namespace Parameterize.Models.Tests.Cases;

/// <summary>Networks on sets, graphs, series and tables.</summary>
internal static class Structured
{
    public static IReadOnlyList<ModelCase> Cases { get; } =
    [
        Of(
            "Tabular",
            () => new Plain.Tabular([(7, 3), (5, 2)], 4, 2, 8),
            width => new Annotated.Tabular([(7, 3), (5, 2)], 4, 2, width),
            draw => (draw.Indices(5, 6, 2), draw.Normal(6, 4))),
        Of(
            "MatrixFactorization",
            () => new Plain.MatrixFactorization(9, 7, 8),
            width => new Annotated.MatrixFactorization(9, 7, width),
            draw => (draw.Indices(9, 6), draw.Indices(7, 6))),
        Of(
            "DeepFm",
            () => new Plain.DeepFm(20, 3, 8, [16, 8]),
            width => new Annotated.DeepFm(20, 3, width, 2 * width, width),
            draw => draw.Indices(20, 6, 3)),
        Of(
            "GraphSage",
            () => new Plain.GraphSage(6, 8, 3),
            width => new Annotated.GraphSage(6, (int)width, 3),
            draw => (draw.Normal(5, 6), draw.Uniform(5, 5)),
            Losses.CrossEntropy),
        Of(
            "DeepSets",
            () => new Plain.DeepSets(3, 8, 4),
            width => new Annotated.DeepSets(3, width, 4),
            draw => draw.Normal(4, 6, 3),
            Losses.CrossEntropy),
        Of(
            "Gcn",
            () => new Plain.Gcn(new() { Features = 6, Hidden = 8, Classes = 3 }),
            width => new Annotated.Gcn(new() { Features = 6, Hidden = width, Classes = 3 }),
            draw => (draw.Normal(5, 6), draw.Uniform(5, 5)),
            Losses.NegativeLogLikelihood),
        Of(
            "Tcn",
            () => new Plain.Tcn(4, 3, 8, 3),
            width => new Annotated.Tcn(4, 3, width, 3),
            draw => draw.Normal(2, 4, 12),
            Losses.CrossEntropy),
        Of(
            "NeuralCollaborativeFiltering",
            () => new Plain.NeuralCollaborativeFiltering(9, 7, 8, 0.1),
            width => new Annotated.NeuralCollaborativeFiltering(9, 7, width, 0.1),
            draw => (draw.Indices(9, 6), draw.Indices(7, 6))),
    ];
}
