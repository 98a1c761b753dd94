// right: _w Input, _a Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear _a;

    public M([Width] long width) : base("M")
    {
        _w = Linear(3, width);
        _a = Linear(outputSize: width, inputSize: 5);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
