// right: gate Output, experts.0.0 Hidden, experts.0.2 Hidden, experts.1.0 Hidden, experts.1.2 Hidden, experts.2.0 Hidden
// right: experts.2.2 Hidden, experts.3.0 Hidden, experts.3.2 Hidden, inp Input, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Linear gate;
    private readonly ModuleList<Sequential> experts = new();
    private readonly Linear inp, outp;
    public M([Width] long width, int n_experts = 4) : base("MoE")
    {
        inp = Linear(8, width);
        gate = Linear(width, n_experts);
        for (var i = 0; i < n_experts; i++)
            experts.Add(Sequential(Linear(width, 2 * width), ReLU(), Linear(2 * width, width)));
        outp = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var h = Inp(x);
        var g = softmax(Gate(h), -1);
        var y = zeros_like(h);
        for (var i = 0; i < experts.Count; i++)
            y += g.select(-1, i).unsqueeze(-1) * experts[i].call(h);
        return Outp(y);
    }
}
