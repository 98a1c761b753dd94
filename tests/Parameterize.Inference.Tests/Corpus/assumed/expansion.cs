// right: _in Input, _out Hidden, _head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    public static int expansion = 4;
    private readonly Linear _in, _out, _head;

    public M([Width] long planes) : base("M")
    {
        _in = Linear(3, planes);
        _out = Linear(planes, expansion * planes);
        _head = Linear(expansion * planes, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
