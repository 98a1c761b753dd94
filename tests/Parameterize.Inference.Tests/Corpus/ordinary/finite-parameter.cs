// right: _fc Input, _log_std Finite, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _fc, _out;
    private readonly Parameter _log_std;

    public M([Width] long width, long actions = 3) : base("M")
    {
        _fc = Linear(5, width);
        _out = Linear(width, actions);
        _log_std = Parameter(zeros(1, actions));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
