// right: tok Input, blocks.0.up Hidden, blocks.0.down Hidden, blocks.1.up Hidden, blocks.1.down Hidden, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Embedding tok;
    private readonly ModuleList<Ffn> blocks = new();
    private readonly Linear head;
    public M([Width] long width, int layers = 2) : base("M")
    {
        var config = new Config(width)
        {
            Layers = layers
        };
        var narrow = config with
        {
            Layers = 1
        };
        tok = Embedding(narrow.Vocab, config.Embd);
        for (var i = 0; i < config.Layers; i++)
            blocks.Add(new Ffn(config.Embd, (config with { Mult = 2 }).Hidden));
        head = Linear(config.Embd, config.Vocab);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var y = tok.call(x);
        foreach (var b in blocks)
            y = b.call(y);
        return Head(y);
    }
}

public sealed record Config(long Embd)
{
    public int Layers { get; init; } = 4;
    public long Vocab { get; init; } = 50;
    public long Mult { get; init; } = 4;
    public long Hidden => Mult * Embd;
}

[Parameterize(BaseWidth = 8)]
public sealed partial class Ffn : Module<Tensor, Tensor>
{
    private readonly Linear up, down;
    public Ffn([Width] long d, [Width] long h) : base("Ffn")
    {
        up = Linear(d, h);
        down = Linear(h, d);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x + Down(functional.silu(Up(x)));
}
