// right: encoder.a Input, encoder.b Hidden, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Encoder encoder;
    private readonly Linear head;
    public M([Width] int w) : base("M")
    {
        encoder = new Encoder(w);
        head = Linear(encoder.OutputSize, 3);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Head(encoder.call(x));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Encoder : Module<Tensor, Tensor>
{
    private readonly Linear a, b;
    public int OutputSize { get; }
    public Encoder([Width] int w) : base("E") { OutputSize = 2 * w; a = Linear(4, w); b = Linear(w, OutputSize); InitializeParameters(); }
    public override Tensor forward(Tensor x) => B(functional.relu(A(x)));
}
