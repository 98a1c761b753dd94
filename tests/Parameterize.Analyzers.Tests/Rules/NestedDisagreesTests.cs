namespace Parameterize.Analyzers.Tests.Rules;

public sealed class NestedDisagreesTests : RuleTests
{
    public override string Id => "PMZ0027";

    public override string Hit => Nested("BaseWidth = 64, Richness = 0.25", "{|PMZ0027:_block|}", "new Block(width)");

    public override string Message => "'_block' holds a 'Block' that does not scale as 'Mlp' does: its richness is 1/4, not 1/2; "
        + "give both the same options, or set them once for the assembly";

    public override string NearMiss => Nested("BaseWidth = 128", "_block", "new Block(2 * width)", "InitializeParameters();");

    [Theory]
    [InlineData("BaseWidth = 64, Gauge = Gauge.LearningRate", "new Block(width)", "its gauge is LearningRate, not NeuralTangent")]
    [InlineData("BaseWidth = 64, Gamma = 2", "new Block(width)", "its gamma is 2, not 1")]
    [InlineData("BaseWidth = 64, Baseline = true", "new Block(width)", "one is a baseline, the other is not")]
    public Task What_differs_is_said(string options, string creation, string what) => Subject.Analyzers.Verify(
        Nested(options, "{|PMZ0027:_block|}", creation),
        new ExpectedDiagnostic(
            Id,
            $"'_block' holds a 'Block' that does not scale as 'Mlp' does: {what}; give both the same options, or set them once for the "
                + $"assembly"));

    [Theory]
    [InlineData("new Block(32)")]
    [InlineData("new Block(64)")]
    [InlineData("new Block(width: 7)")]
    public Task A_width_need_not_grow(string creation) =>
        Subject.Analyzers.Verify(Nested("BaseWidth = 64", "_block", creation, "InitializeParameters();"));

    [Fact]
    public Task Exponents_hold_for_one_kind() => Subject.Analyzers.Verify(
        Nested("BaseWidth = 64", "{|PMZ0027:_block|}", "new Block(32)")
            .Replace(
                "private readonly Linear _inner;", "[Exponents(0.5, 0, CSgd = -1, CAdam = 0.5)] private readonly Linear _inner;",
                StringComparison.Ordinal),
        new ExpectedDiagnostic(
            Id,
            "'_block' holds a 'Block' that does not scale as 'Mlp' does: its width does not grow here, and '_inner' of it scales by "
                + "[Exponents], "
                + "which hold for one kind alone; build this one of plain layers, or leave the rule of its kind to that layer"));

    [Fact]
    public Task One_has_to_see_how_it_grows() =>
        Subject.Analyzers.Verify(Nested("BaseWidth = 64", "_block", "new Block({|PMZ0027:long.Parse(width.ToString())|})"),
            new ExpectedDiagnostic(
                Id,
                "'_block' holds a 'Block' that does not scale as 'Mlp' does: how its width grows is not known, because 'width.ToString()' "
                    + "is computed in System.Runtime, which is not followed; compute the size in the constructor"));

    [Fact]
    public Task One_has_to_see_what_it_is_built_with() => Subject.Analyzers.Verify(
        Nested("BaseWidth = 64", "{|PMZ0027:_block|}; private static extern Block Find(long width)", "Find(width)"),
        new ExpectedDiagnostic(
            Id,
            "'_block' holds a 'Block' that does not scale as 'Mlp' does: what it is built with is not known, because 'Find(width)' is "
                + "not followed; "
                + "build it in the constructor, one after the other"));

    [Fact]
    public Task A_parameter_that_is_no_width_does_not_grow() => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Linear _mix;\nprivate readonly Block _block;",
            build: "_mix = Linear(width, width);\n_block = new Block(channels);\nInitializeParameters();",
            constructor: "Mlp([Width] long width, long channels)",
            more: Block("BaseWidth = 64")));

    [Theory]
    [InlineData(
        "private readonly Block[] _blocks;",
        "_blocks = new System.Collections.Concurrent.ConcurrentBag<Block> { new Block(width), new Block({|PMZ0027:8|}) }.ToArray();")]
    [InlineData("private readonly Block {|PMZ0027:_late|} = new Block(32);", "")]
    [InlineData("private readonly Block {|PMZ0027:_late|};", "_late = System.Threading.Tasks.Task.Run(() => new Block(2 * width)).Result;")]
    [InlineData(
        "private readonly Block[] {|PMZ0027:_late|} = new Block[2];",
        "System.Threading.Tasks.Parallel.For(0, 2, index => _late[index] = new Block(2 * width));")]
    public Task Containers_are_looked_into(string member, string build) => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Linear _mix;\n" + member, build: "_mix = Linear(width, width);\n" + build,
            more: Block("BaseWidth = 64")));

    [Theory]
    [InlineData(
        "private readonly ModuleList<Block> _blocks = new();",
        "for (var planes = width; _blocks.Count < 3; planes *= 2) _blocks.Add(new Block(planes));")]
    [InlineData("private readonly Block[] _blocks;", "_blocks = new[] { new Block(width), new Block(4 * width) };")]
    [InlineData("private readonly Sequential _blocks;", "_blocks = Sequential(new Block(width), GELU(), new Block(3 * width));")]
    [InlineData("private readonly ModuleList<Block> _blocks;", "_blocks = new ModuleList<Block>(new Block(width), new Block(8));")]
    [InlineData("private readonly Block[] _blocks;", "_blocks = new[] { new Block(width), new Block(width * width) };")]
    [InlineData("private readonly Sequential _blocks;", "_blocks = Sequential(new Block(width), GELU(), new Block(32));")]
    [InlineData("private readonly Block _block;", "_block = new Block(width + 16);")]
    public Task One_class_has_any_base(string member, string build) => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Linear _mix;\n" + member,
            build: "_mix = Linear(width, width);\n" + build + "\nInitializeParameters();",
            more: Block("BaseWidth = 64")));

    [Theory]
    [InlineData("new Block(width, {|PMZ0027:4 * width|})")]
    [InlineData("new Block(inner: {|PMZ0027:4 * width|}, width: width)")]
    [InlineData("new Block(width, 4 * 8)")]
    [InlineData("new Block(width, 8, scale: width)")]
    public Task A_size_that_grows_has_to_be_a_width_inside(string creation) => Subject.Analyzers.Verify(
        Source.Model(
            members: "private readonly Linear _mix;\nprivate readonly Block _block;",
            build: $"_mix = Linear(width, width);\n_block = {creation};"
                + (creation.Contains(Id, StringComparison.Ordinal) ? "" : "\nInitializeParameters();"),
            more: Block("BaseWidth = 64").Replace("long width)", "long width, long inner, double scale = 1)", StringComparison.Ordinal)
                .Replace("Linear(width, width)", "Linear(width, inner)", StringComparison.Ordinal)));

    private static string Nested(string options, string member, string creation, string end = "") => Source.Model(
        members: $"private readonly Linear _mix;\nprivate readonly Block {member};",
        build: $"_mix = Linear(width, width);\n_block = {creation};" + (end.Length == 0 ? "" : "\n" + end),
        more: Block(options));

    private static string Block(string options) => $$"""
        [Parameterize({{options}})]
        public sealed partial class Block : Module<Tensor, Tensor>
        {
            private readonly Linear _inner;

            public Block([Width] long width) : base("Block")
            {
                _inner = Linear(width, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Inner(x);
        }
        """;
}
