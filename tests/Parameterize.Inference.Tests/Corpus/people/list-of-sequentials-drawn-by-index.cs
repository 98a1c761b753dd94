// right: blocks.0.0 Hidden, blocks.1.0 Hidden, blocks.2.0 Hidden, inp Input, outp Output
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
            blocks.Add(Sequential(Linear(width, width), ReLU()));
        outp = Linear(width, 3);
        foreach (var block in blocks)
            foreach (var m in block.children())
                if (m is Linear l)
                {
                    init.normal_(l.weight, 0, 0.02);
                    init.zeros_(l.bias);
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
