using Parameterize.Models.Tests.Harness;

namespace Parameterize.Models.Tests.Cases;

/// <summary>All models, each once.</summary>
internal static class ModelCases
{
    public static IReadOnlyList<ModelCase> All { get; } =
        [.. Vision.Cases, .. Generative.Cases, .. Language.Cases, .. Attention.Cases, .. Decisions.Cases, .. Structured.Cases];

    public static TheoryData<string> Names => [.. All.Select(subject => subject.Name)];

    public static ModelCase Of(string name) => All.Single(subject => subject.Name == name);
}
