// right: inp Input, outp Output, mid.0 Hidden, mid.1 Hidden, mid.2 Hidden
// must be right
public sealed class Options { [Width] public int Hidden { get; set; } = 8; public int Layers { get; set; } = 2; public bool Bias = true; }
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, outp;
    private readonly ModuleList<Linear> mid;
    public M(Options options) : base("M")
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Hidden);
        inp = Linear(4, options.Hidden, hasBias: options.Bias);
        mid = new ModuleList<Linear>([.. Enumerable.Range(1, options.Layers).Select(_ => Linear(options.Hidden, options.Hidden,
            hasBias: options.Bias))]);
        outp = Linear(options.Hidden, 2, hasBias: options.Bias);
        InitializeParameters();
    }
    public static M Create(Action<Options> configure)
    {
        var o = new Options();
        configure(o);
        return new M(o);
    }
    public static M Make(long w) => Create(o => { o.Hidden = (int)w; o.Layers = 3; });
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(Inp(x));
        for (int i = 0; i < mid.Count; i++) x = functional.relu(Mid(i, x));
        return Outp(x);
    }
}
