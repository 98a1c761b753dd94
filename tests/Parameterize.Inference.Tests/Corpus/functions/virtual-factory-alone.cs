// right: _in Input, _mid Hidden
// may be refused
// The only layer that is seen is another one.
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _mid;
    protected virtual Linear Make(long width) => Linear(width, width);

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _mid = Make(width);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
