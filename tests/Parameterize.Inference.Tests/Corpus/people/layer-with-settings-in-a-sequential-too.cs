// right: a.0 Input, mid Hidden, fc Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential a;
    [Hidden(InitStd = 0.02)] private readonly Linear mid;
    private readonly Linear fc;
    public M([Width] int width) : base("A")
    {
        mid = Linear(width, width);
        a = Sequential(Linear(4, width), mid, ReLU());
        fc = Linear(width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => fc.call(a.call(x));
}
