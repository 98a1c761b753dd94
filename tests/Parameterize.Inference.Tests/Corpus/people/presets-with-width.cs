// right: inp Input, outp Output, mids.0 Hidden, mids.1 Hidden
// must be right
public sealed record Preset(string Name, [Width] int Width, int Depth)
{
    public static readonly Preset Tiny = new("tiny", 8, 1);
    public static Preset Scaled(int width) => Tiny with { Width = width, Depth = 2 };
}
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, outp;
    private readonly List<Linear> mids = [];
    private M(Preset preset) : base(preset.Name)
    {
        inp = Linear(4, preset.Width);
        for (var i = 0; i < preset.Depth; ++i) mids.Add(Linear(preset.Width, preset.Width));
        outp = Linear(preset.Width, 2);
        InitializeParameters();
    }
    public static M Make(long w) => new(Preset.Scaled((int)w));
    public override Tensor forward(Tensor x)
    {
        x = Inp(x);
        for (var i = 0; i < mids.Count; i++) x = functional.relu(Mids(i, x));
        return Outp(x);
    }
}
