// right: _in Input, _ups.0 Hidden, _ups.1 Hidden, _downs.0 Hidden, _downs.1 Hidden, _out Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _out;
    private readonly ModuleList<Linear> _ups = new(), _downs = new();

    public M([Width] long width, int depth = 2) : base("M")
    {
        var hidden = (8 * width / 3 + 7) / 8 * 8;
        _in = Linear(5, width);
        for (var layer = 0; layer < depth; layer++)
        {
            _ups.Add(Linear(width, hidden));
            _downs.Add(Linear(hidden, width));
        }

        _out = Linear(width, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
