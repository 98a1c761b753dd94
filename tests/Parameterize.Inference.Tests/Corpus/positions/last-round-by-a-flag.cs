// right: _l.0 Hidden, _l.1 Hidden, _l.2 Output, _w Input
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Linear[] _l;

    public M([Width] long width, int n = 4) : base("M")
    {
        _w = Linear(3, width);
        var layers = new List<Linear>();
        for (int i = 1; i <= n - 1; i += 1)
        {
            bool last = i == n - 1;
            var size = last ? 5 : width;
            layers.Add(Linear(width, size));
        }

        _l = layers.ToArray();
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
