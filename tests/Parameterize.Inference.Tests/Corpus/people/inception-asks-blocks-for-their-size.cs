// right: stem Input, a.b1.0 Hidden, a.b2.0 Hidden, a.b2.2 Hidden, a.b3.0 Hidden, a.b3.2 Hidden, a.b4.1 Hidden, b.b1.0 Hidden
// right: b.b2.0 Hidden, b.b2.2 Hidden, b.b3.0 Hidden, b.b3.2 Hidden, b.b4.1 Hidden, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d stem;
    private readonly Inception a, b;
    private readonly Linear fc;
    public M([Width] int w) : base("M")
    {
        stem = Conv2d(3, w, 3, padding: 1);
        a = new Inception(w, w, w / 2, w, w / 4, w / 2, w / 2);
        b = new Inception(a.OutChannels, 2 * w, w, 2 * w, w / 2, w, w);
        fc = Linear(b.OutChannels, 10);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Fc(b.call(a.call(Stem(x))).mean(new long[] { 2, 3 }));
}
[Parameterize(BaseWidth = 8)]
public sealed partial class Inception : Module<Tensor, Tensor>
{
    private readonly Sequential b1, b2, b3, b4;
    public int OutChannels { get; }
    public Inception([Width] int inC, [Width] int ch1x1, [Width] int ch3x3red, [Width] int ch3x3, [Width] int ch5x5red,
        [Width] int ch5x5, [Width] int pool) : base("I")
    {
        b1 = Sequential(Conv2d(inC, ch1x1, 1), ReLU());
        b2 = Sequential(Conv2d(inC, ch3x3red, 1), ReLU(), Conv2d(ch3x3red, ch3x3, 3, padding: 1), ReLU());
        b3 = Sequential(Conv2d(inC, ch5x5red, 1), ReLU(), Conv2d(ch5x5red, ch5x5, 5, padding: 2), ReLU());
        b4 = Sequential(MaxPool2d(3, 1, 1), Conv2d(inC, pool, 1), ReLU());
        OutChannels = ch1x1 + ch3x3 + ch5x5 + pool;
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => cat(new[] { b1.call(x), b2.call(x), b3.call(x), b4.call(x) }, 1);
}
