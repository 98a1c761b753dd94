namespace Parameterize.TestKit.Tests;

public class SharedAssemblyTests
{
    private const string Use = "class User { int X { get; } = Shared.Twice(Shared.One) + Shared.Two; }";

    private const string Shared = """
        /// <summary>All forms of bodies.</summary>
        public static class Shared
        {
            /// <summary>A constant has a value, no body.</summary>
            public const int One = 1;

            private static readonly System.Func<int, int> Lambda = x => { return x + One; };

            /// <summary>An arrow.</summary>
            public static int Two => Missing;

            /// <summary>A block, and with it its local functions.</summary>
            public static int Twice(int x)
            {
                int unused;
                return Local() + Lambda(x) + Missing;

                int Local() => x;
            }
        }
        """;

    [Fact]
    public async Task What_shared_sources_declare_is_there_and_their_bodies_are_not_bound()
    {
        var generator = Subjects.Fixed(("Shared.g.cs", Shared));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Test(generator).Verify(Use));
        Assert.Contains("CS0103", failure.Message, StringComparison.Ordinal);
        await Test(generator with { SharedSources = ["Shared.g.cs"] }).Verify(Use);
    }

    [Fact]
    public async Task A_use_of_what_they_do_not_declare_is_an_error_as_before() =>
        await Test(Subjects.Fixed(("Shared.g.cs", Shared)) with { SharedSources = ["Shared.g.cs"] })
            .Verify("class User { int X { get; } = Shared.{|CS0117:Three|}; }");

    [Fact]
    public async Task What_they_declare_for_their_own_assembly_alone_is_there_too()
    {
        const string Hidden = "[global::Microsoft.CodeAnalysis.Embedded] internal static class Hidden { internal const int One = 1; }";
        const string Attribute = "namespace Microsoft.CodeAnalysis { internal sealed class EmbeddedAttribute : System.Attribute; }";
        await Test(Subjects.Fixed(("Shared.g.cs", Hidden), ("Attribute.g.cs", Attribute)) with { SharedSources = ["Shared.g.cs"] })
            .Verify("class User { int X { get; } = Hidden.One + {|CS0103:Missing|}; }");
    }

    [Fact]
    public async Task An_error_in_what_they_declare_is_reported()
    {
        const string Broken = "public class Shared { public Missing Field; }";
        var generator = Subjects.Fixed(("Shared.g.cs", Broken)) with { SharedSources = ["Shared.g.cs"] };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Test(generator).Verify("class User;"));
        Assert.Contains("CS0246", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_sources_keep_theirs()
    {
        var generator = Subjects.Fixed(("Own.g.cs", Shared)) with { SharedSources = ["Shared.g.cs"] };
        await Assert.ThrowsAsync<InvalidOperationException>(() => Test(generator).Verify(Use));
    }

    [Fact]
    public void Nothing_warns_of_what_is_not_used_without_bodies()
    {
        var generator = Subjects.Fixed(
            ("Shared.g.cs",
                "/// <summary>C.</summary>\npublic class C\n{\n    private int _x;\n\n    /// <summary>M.</summary>\n"
                    + "    public int M() => _x++;\n}\n"));
        var output = GeneratorHarness.Run(generator, "").Output;
        var without = (generator with { SharedSources = ["Shared.g.cs"] }).WithoutSharedBodies(output);
        Assert.NotSame(output, without);
        Assert.Empty(without.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    private static AnalyzerTest Test(GeneratorUnderTest generator) => new(() => new ToyAnalyzer()) { Generator = generator };
}
