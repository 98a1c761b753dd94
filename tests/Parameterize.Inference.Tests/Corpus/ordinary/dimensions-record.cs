// right: _in Input, _q Hidden, _ff Hidden, _wide Hidden, _out Output
// must be right
public readonly record struct Dims(long Model, long Heads) {
    public long Head => Model / Heads;
    public long Ff => Model * 4;
    public Dims Doubled() => this with { Model = Model * 2 };
}
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear _in, _q, _ff, _wide, _out;

    public M([Width] long width) : base("M")
    {
        var dims = new Dims(width, 2);
        var (model, heads) = dims;
        _in = Linear(5, model);
        _q = Linear(model, heads * dims.Head);
        _ff = Linear(model, dims.Ff);
        _wide = Linear(model, dims.Doubled().Model);
        _out = Linear(model, 3);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => x;
}
