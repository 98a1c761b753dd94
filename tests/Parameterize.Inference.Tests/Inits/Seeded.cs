namespace Parameterize.Inference.Tests.Inits;

/// <summary>Tests of what a seed draws: libtorch has one generator for the process, so nothing else may draw meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Seeded
{
    public const string Name = "seeded";
}
