using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Tests;

public class ModelGraphTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("class C { }");
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("c", [Tree]);
    private static readonly INamedTypeSymbol Symbol = Compilation.GlobalNamespace.GetTypeMembers("C").Single();

    public static TheoryData<string, object, string?> Graphs => new()
    {
        { "symbol", Symbol, "m" },
        { "node", Tree.GetRoot(), "m" },
        { "token", Tree.GetRoot().GetFirstToken(), "m" },
        { "tree", Tree, "m" },
        { "compilation", Compilation, "m" },
        { "semantic model", Compilation.GetSemanticModel(Tree), "m" },
        { "location", Location.None, "m" },
        { "diagnostic", Compilation.GetDiagnostics().First(), "m" },
        { "in an array", new object[] { 1, Symbol }, "m[1]" },
        { "in an immutable array", ImmutableArray.Create("a", (object)Symbol), "m[1]" },
        { "in a dictionary", new Dictionary<string, object> { ["k"] = Symbol }, "m[0].value" },
        { "in a struct in a record", new Outer("a", new Inner(Symbol)), "m.Value.Symbol" },
        { "in a private field of a base class", new Derived(Symbol), "m._hidden" },
        { "in a closure", Closure(Symbol), "m._target.symbol" },
        { "behind a computed property", new Computed(), "m.Looked" },
        { "in an anonymous type and a tuple", new { A = (1, (object)Symbol) }, "m.A.Item2" },
        { "plain data", new Outer("a", default), null },
        { "unassigned immutable array", new { A = default(ImmutableArray<string>) }, null },
        { "cycle", new Cycle(), null },
        { "endless property", new Endless(1), null },
        { "date, type, enum, null", new object?[] { DateTime.UnixEpoch, typeof(ISymbol), SymbolKind.Event, null, 1m }, null },
    };

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Walk_finds_exactly(string what, object root, string? path) =>
        Assert.Equal((what, path), (what, ObjectWalker.FindRoslynObject(root, "m")?.Path));

    [Fact]
    public void Good_model_holds_nothing()
    {
        ModelGraph.AssertHoldsNoRoslynObject(GeneratorHarness.Run(Subjects.Good, Subjects.TwoFiles));
        ModelGraph.AssertCompilationIsCollectable(Subjects.Good, Subjects.TwoFiles);
    }

    [Fact]
    public void Leak_is_found_with_its_path()
    {
        var outcome = GeneratorHarness.Run(new(() => new LeakingGenerator()), Subjects.OneClass);
        var failure = Assert.Throws<ModelGraphException>(() => ModelGraph.AssertHoldsNoRoslynObject(outcome));
        Assert.Contains("Parse.Holders[0].Symbol", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaked_compilation_is_found()
    {
        // Everything else is content with this generator: that is what makes the leak worth a test.
        var leaking = new GeneratorUnderTest(() => new LeakingGenerator());
        GeneratedCode.AssertSound(leaking, Subjects.OneClass);
        Assert.Throws<ModelGraphException>(() => ModelGraph.AssertCompilationIsCollectable(leaking, Subjects.OneClass));
    }

    [Fact]
    public void Source_without_a_model_proves_nothing() =>
        Assert.Throws<ModelGraphException>(() => ModelGraph.AssertHoldsNoRoslynObject(GeneratorHarness.Run(Subjects.Good, "class C { }")));

    private static Func<string> Closure(ISymbol symbol) => () => symbol.Name;

    private sealed record Outer(string Name, Inner Value);

    private readonly record struct Inner(ISymbol? Symbol);

    private abstract class Hiding(ISymbol symbol)
    {
        private readonly ISymbol _hidden = symbol;

        public override string ToString() => _hidden.Name;
    }

    private sealed class Derived(ISymbol symbol) : Hiding(symbol);

    private sealed class Computed
    {
        public ISymbol Looked => Symbol;
    }

    private sealed class Cycle
    {
        public Cycle() => Self = [this];

        public List<Cycle> Self { get; }
    }

    private sealed record Endless(int Depth)
    {
        public Endless Left => new(Depth + 1);

        public Endless Right => new(Depth + 1);

        public int Throws => throw new NotSupportedException();
    }
}
