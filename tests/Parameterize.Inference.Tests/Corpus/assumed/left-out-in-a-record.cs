// right: _in Input, _keys Hidden
// must be right
public record Args([property: Width] int Dim, [property: Width(Base = 2)] int Heads, int? KeyHeads = null);

[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _keys;

    public M(Args args) : base("M")
    {
        var heads = args.KeyHeads ?? args.Heads;
        _in = Linear(3, args.Dim);
        _keys = Linear(args.Dim, heads * 4);
        InitializeParameters(heads: args.Heads);
    }

    public static M Make(long width) => new(new Args((int)width, (int)width / 4));

    public override Tensor forward(Tensor x) => x;
}
