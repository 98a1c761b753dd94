// right: q_proj Hidden, k_proj Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _q;
    private readonly Linear _k;

    public M([Width] long width) : base("M")
    {
        _q = Linear(width, width);
        _k = Linear(width, width);
        register_module("q_proj", _q);
        this.add_module("k_proj", _k);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
