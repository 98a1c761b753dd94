// right: _stem Input, _down.0 Hidden, _down.1 Hidden, _up.0 Hidden, _up.1 Hidden, _head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Conv2d> _down = new(), _up = new();
    private readonly Conv2d _stem, _head;

    public M([Width] long width) : base("M")
    {
        var channels = new[] { width, 2 * width, 4 * width };
        _stem = Conv2d(1, channels[0], 3, padding: 1);
        for (int i = 1; i < channels.Length; i++)
            _down.Add(Conv2d(channels[i - 1], channels[i], 3, padding: 1));
        for (int i = channels.Length - 1; i > 0; i--)
            _up.Add(Conv2d(channels[i], channels[i - 1], 3, padding: 1));
        _head = Conv2d(channels[0], 2, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
