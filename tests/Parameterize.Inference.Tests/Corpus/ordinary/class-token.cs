// right: _patch Input, _mix Hidden, _token Input, _places Input, _score Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _patch;
    [Input] private readonly Parameter _token, _places;
    [Output] private readonly Parameter _score;
    private readonly Linear _mix;

    public M([Width] long width, [Width(Base = 2)] long heads) : base("M")
    {
        _patch = Linear(12, width);
        _token = Parameter(zeros(1, 1, width));
        _places = Parameter(randn(1, 17, width) * 0.02);
        _score = Parameter(randn(2 * width, 1));
        _mix = Linear(width, 3 * heads);
        InitializeParameters();
    }

    public static M Make(long width) => new(width, width / 4);

    public override Tensor forward(Tensor x) => x;
}
