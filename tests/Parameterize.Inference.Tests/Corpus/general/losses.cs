// right: _w Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly CrossEntropyLoss _one = CrossEntropyLoss();
    private readonly Loss<Tensor, Tensor, Tensor> _other = MSELoss();
    private readonly QuickGelu _bend = new();
    private readonly Module<Tensor, Tensor> _pool = AvgPool2d(2);

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}

public sealed class QuickGelu : Module<Tensor, Tensor>
{
    public QuickGelu() : base("q") { }
    public override Tensor forward(Tensor x) => x * x.sigmoid();
}
