// right: a Input, b Output
// must be right
public abstract class Base<TOptions> : Module<Tensor, Tensor> where TOptions : class
{
    protected TOptions Options { get; }
    protected Base(TOptions options, string name) : base(name) => Options = options;
}
public sealed class MlpOptions { [Width] public int Hidden { get; init; } = 8; public int Classes { get; init; } = 3; }
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Base<MlpOptions>
{
    private readonly Linear a, b;
    public M(MlpOptions options) : base(options, "M")
    {
        a = Linear(4, Options.Hidden);
        b = Linear(Options.Hidden, Options.Classes);
        InitializeParameters();
    }
    public static M Make(long w) => new(new MlpOptions { Hidden = (int)w });
    public override Tensor forward(Tensor x) => B(functional.relu(A(x)));
}
