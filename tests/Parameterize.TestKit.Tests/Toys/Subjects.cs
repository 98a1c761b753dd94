namespace Parameterize.TestKit.Tests.Toys;

internal static class Subjects
{
    public const string OneClass = ToyGenerator<ToyModel>.Attribute + "[Toy] internal sealed partial class Alpha { }\n";

    public static readonly SourceFile[] TwoFiles =
    [
        new(OneClass, "Alpha.cs"),
        new("[Toy] internal sealed partial class Beta { }\n", "Beta.cs"),
    ];

    public static GeneratorUnderTest Good { get; } = new(() => new GoodGenerator());

    public static GeneratorUnderTest Fixed(params (string Hint, string Text)[] sources) => new(() => new FixedGenerator(sources));
}
