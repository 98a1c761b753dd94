// right: _w Input, _l.0 Hidden, _l.2 Hidden, _l.4 Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _w;
    private readonly Sequential _l;

    public M([Width] long width, int depth = 3) : base("M")
    {
        _w = Linear(3, width);
        var modules = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < depth; i++)
        {
            if (i + 1 < depth)
            {
                modules.Add(Linear(width, width));
                modules.Add(ReLU());
            }
            else
            {
                modules.Add(Linear(width, 10));
            }
        }

        _l = Sequential(modules);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
