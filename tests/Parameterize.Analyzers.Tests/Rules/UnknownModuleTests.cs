namespace Parameterize.Analyzers.Tests.Rules;

public sealed class UnknownModuleTests : RuleTests
{
    private const string Block = """
        public sealed class Block : Module<Tensor, Tensor>
        {
            private readonly Linear _inner = Linear(8, 8);

            public Block() : base("Block") => RegisterComponents();

            public override Tensor forward(Tensor x) => _inner.call(x);
        }
        """;

    public override string Id => "PMZ0010";

    public override string Hit => Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly Block {|PMZ0010:_block|} = new();", more: Block);

    public override string Message => "'_block' is of type 'Block', whose tensors the catalogue does not know; "
        + "give its class [Parameterize], build it of modules of the catalogue or of Parameter members, or mark it [Unscaled] if it has no width";

    public override string NearMiss => Source.Initialized(
        members: "private readonly Linear _mix;\n[Unscaled] private readonly Block _block = new();\nprivate readonly GELU _gelu = GELU();", more: Block);

    [Fact]
    public Task A_kind_does_not_make_it_known() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\n[Hidden] private readonly Block {|PMZ0010:_block|} = new();", more: Block));

    [Fact]
    public Task Layers_inside_a_sequence_are_out_of_reach() => Subject.Analyzers.Verify(Source.Model(
        members: "private readonly Linear _mix;\nprivate readonly Sequential {|PMZ0010:_block|} = Sequential(Linear(8, 8), GELU());"));
}
