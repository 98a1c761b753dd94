namespace Parameterize.Training.Tests;

/// <summary>TorchSharp's default type and its random generator are global: these tests run one after the other.</summary>
[CollectionDefinition("torch", DisableParallelization = true)]
public sealed class TorchTests;
