// right: fc1 Input, fc2 Output, norm Vector
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Linear fc1, fc2;
    private readonly LayerNorm? norm;
    private readonly Dropout? drop;
    private readonly Linear? proj;
    public M([Width] long width, bool useNorm = true, double p = 0.0, bool project = false) : base("M")
    {
        fc1 = Linear(32, width);
        fc2 = Linear(width, 10);
        norm = useNorm ? LayerNorm(width) : null;
        drop = p > 0 ? Dropout(p) : null;
        if (project)
        {
            proj = Linear(width, width);
            init.normal_(proj.weight, std: 0.02);
            init.zeros_(proj.bias);
        }

        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = Fc1(x);
        if (norm is not null)
            x = norm.call(x);
        if (drop is not null)
            x = drop.call(x);
        if (proj is not null)
            x = Proj(x);
        return Fc2(x);
    }
}
