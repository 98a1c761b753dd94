// right: _up Hidden, _down Hidden
// may be refused
public class Args { [Width] public long Dim { get; set; } [Width] public long Hidden { get; set; } }

[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _up, _down;

    public M(Args args) : base("M")
    {
        var hidden = args.Hidden > 0 ? args.Hidden : 4 * args.Dim;
        _up = Linear(args.Dim, hidden);
        _down = Linear(hidden, args.Dim);
        InitializeParameters();
    }

    public static M Make(long width) => new(new Args { Dim = width });

    public override Tensor forward(Tensor x) => x;
}
