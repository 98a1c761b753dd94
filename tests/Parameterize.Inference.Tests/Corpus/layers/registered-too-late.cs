// right: _q Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _q;

    public M([Width] long width) : base("M")
    {
        _q = Linear(width, width);
        RegisterComponents();
        register_module("q_proj", _q);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
