// right: embed Input, mix Hidden, list.0 Hidden, list.1 Hidden, list.2 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Linear embed, mix;
    private readonly List<Linear> list = new();
    public M([Width] long width, int depth = 3) : base("M")
    {
        embed = Linear(32, width);
        mix = Linear(width, width);
        for (var i = 0; i < depth; i++)
            list.Add(Linear(width, width));
        RegisterComponents();
        apply(m =>
        {
            if (m is Linear l)
                init.normal_(l.weight, 0, 0.02);
        });
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Mix(Embed(x)); //fwd
}
