namespace Parameterize.Samples.Tests;

/// <summary>TorchSharp's random generator and number of threads are global: these tests run one after the other.</summary>
[CollectionDefinition("torch", DisableParallelization = true)]
public sealed class TorchTests;
