// right: body.0 Input, body.1 Vector, body.3 Hidden, body.4 Vector, body.6 Hidden, body.7 Vector, body.9 Output
// must be right
public static class SequentialExtensions
{
    public static Sequential AddDense(this Sequential s, long from, long to)
    {
        s.append(Linear(from, to));
        s.append(BatchNorm1d(to));
        s.append(ReLU());
        return s;
    }
}
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential body;
    public M([Width] int width) : base("M")
    {
        body = Sequential().AddDense(5, width).AddDense(width, width * 2).AddDense(width * 2, width);
        body.append(Linear(width, 2));
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => body.call(x);
}
