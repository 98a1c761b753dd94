// right: _in Input, _up Hidden, _down Hidden, _out Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _up, _down, _out;

    private static T Rounded<T>(T size, T unit) where T : System.Numerics.INumber<T> => (size + unit - T.One) / unit * unit;

    public M([Width] long width) : base("M")
    {
        _in = Linear(5, width);
        _up = Linear(width, Rounded(8 * width / 3, 8L));
        _down = Linear(Rounded(8 * width / 3, 8L), width);
        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
