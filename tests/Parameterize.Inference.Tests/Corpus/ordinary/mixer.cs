// right: _patch Input, _token1.0 Finite, _token1.1 Finite, _token2.0 Finite, _token2.1 Finite
// right: _chan1.0 Hidden, _chan1.1 Hidden, _chan2.0 Hidden, _chan2.1 Hidden, _head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d _patch;
    private readonly ModuleList<Linear> _token1 = new(), _token2 = new(), _chan1 = new(), _chan2 = new();
    private readonly Linear _head;

    public M([Width] long dim, int depth = 2, int image = 8, int patch = 4) : base("M")
    {
        long patches = (long)Math.Pow(image / patch, 2);
        _patch = Conv2d(3, dim, patch, stride: patch);
        for (int d = 0; d < depth; d++)
        {
            _token1.Add(Linear(patches, 2 * patches));
            _token2.Add(Linear(2 * patches, patches));
            _chan1.Add(Linear(dim, 4 * dim));
            _chan2.Add(Linear(4 * dim, dim));
        }
        _head = Linear(dim, 10);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
