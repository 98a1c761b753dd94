// right: steps.0.loc Finite, steps.0.scale Finite, steps.0.invconv Finite, steps.0.net.0 Input, steps.0.net.2 Hidden
// right: steps.0.net.4 Output, steps.1.loc Finite, steps.1.scale Finite, steps.1.invconv Finite, steps.1.net.0 Input
// right: steps.1.net.2 Hidden, steps.1.net.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<FlowStep> steps = new();
    public M([Width] long hidden, long channels = 4, int depth = 2) : base("Glow")
    {
        for (var k = 0; k < depth; k++)
            steps.Add(new FlowStep(channels, hidden));
        InitializeParameters(hidden);
    }

    public override Tensor forward(Tensor x)
    {
        foreach (var s in steps)
            x = s.call(x);
        return x;
    }
}

[Parameterize(BaseWidth = 8)]
public partial class FlowStep : Module<Tensor, Tensor>
{
    private readonly Parameter loc, scale;
    private readonly Conv2d invconv;
    private readonly Sequential net;
    public FlowStep(long in_channel, [Width] long filter_size) : base("Flow")
    {
        loc = new Parameter(zeros(1, in_channel, 1, 1));
        scale = new Parameter(ones(1, in_channel, 1, 1));
        invconv = Conv2d(in_channel, in_channel, 1, bias: false);
        var c1 = Conv2d(in_channel / 2, filter_size, 3, padding: 1);
        var c2 = Conv2d(filter_size, filter_size, 1);
        var c3 = Conv2d(filter_size, in_channel, 3, padding: 1);
        init.normal_(c1.weight, 0, 0.05);
        init.zeros_(c1.bias);
        init.normal_(c2.weight, 0, 0.05);
        init.zeros_(c2.bias);
        init.zeros_(c3.weight);
        init.zeros_(c3.bias);
        net = Sequential(c1, ReLU(inplace: true), c2, ReLU(inplace: true), c3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = invconv.call(Scale * (x + Loc));
        var p = x.chunk(2, 1);
        var s = net.call(p[0]).chunk(2, 1);
        return torch.cat(new[] { p[0], (p[1] + s[1]) * torch.sigmoid(s[0] + 2) }, 1);
    }
}
