namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>The generated parts of classes, one each, without what they share.</summary>
internal static class Parts
{
    public static string[] Of(GeneratorOutcome outcome) =>
    [
        .. outcome.Sources.Select(source => source.Key).Where(hint =>
            hint is not ("Parameterize.TorchSupport.g.cs" or "Microsoft.CodeAnalysis.EmbeddedAttribute.cs")
            && !hint.EndsWith(".Optimizers.g.cs", StringComparison.Ordinal)),
    ];
}
