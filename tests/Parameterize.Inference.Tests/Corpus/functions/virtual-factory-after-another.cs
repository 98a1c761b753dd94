// right: _in Input, _mid Hidden, _out Output
// may be refused
// What a virtual method returns may be a layer that is there already, or not.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid, _out;
    protected virtual Linear Make(long width) => Linear(width, width);

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _mid = Make(width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
