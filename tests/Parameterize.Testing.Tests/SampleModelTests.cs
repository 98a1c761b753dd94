namespace Parameterize.Testing.Tests;

/// <summary>What is generated for the samples' models, as reviewed: the way a user tests his own.</summary>
public class SampleModelTests
{
    [Theory]
    [InlineData("Mlp/CharacterMlp")]
    [InlineData("ConvNet/GratingNet", "ConvNet/ResidualBlock")]
    [InlineData("Transformer/CharacterTransformer", "Transformer/Block", "Transformer/CausalAttention")]
    [InlineData("RichnessDial/DialNet")]
    [InlineData("RichnessDial/LinearNet")]
    [InlineData("RandomFeatures/FrozenFeatures")]
    [InlineData("WordEmbeddings/WordVectors")]
    public void As_reviewed(string model, params string[] nested) => GeneratedModels
        .In($"../../samples/{model}.cs", nested.Select(one => $"../../samples/{one}.cs"))
        .MatchSnapshots([("model", Path.GetFileName(model))]);
}
