// right: blocks.0.0 Vector, blocks.0.1 Hidden, blocks.0.3 Hidden, blocks.1.0 Vector, blocks.1.1 Hidden, blocks.1.3 Hidden
// right: blocks.2.0 Vector, blocks.2.1 Hidden, blocks.2.3 Hidden, inp Input, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Sequential> blocks = new();
    private readonly Linear inp, outp;
    public M([Width] long width, int depth = 3) : base("M")
    {
        inp = Linear(8, width);
        for (var i = 0; i < depth; i++)
            blocks.Add(Sequential(LayerNorm(width), Linear(width, 4 * width), GELU(), Linear(4 * width, width)));
        outp = Linear(width, 3);
        RegisterComponents();
        foreach (var(name, p)in named_parameters())
        {
            if (name.EndsWith("bias"))
                init.zeros_(p);
            else if (p.ndim > 1)
                init.xavier_uniform_(p);
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = Inp(x);
        foreach (var b in blocks)
            x = x + b.call(x);
        return Outp(x);
    }
}
