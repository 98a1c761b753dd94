// right: embed Input, head Output, blocks.0.fc1 Hidden, blocks.0.fc2 Hidden, blocks.1.fc1 Hidden, blocks.1.fc2 Hidden
// right: blocks.2.fc1 Hidden, blocks.2.fc2 Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear embed, head;
    private readonly ModuleList<Residual> blocks;
    public M([Width] long width, int depth = 3) : base("M")
    {
        embed = Linear(5, width);
        blocks = Repeat(depth, () => new Residual(width));
        head = Linear(width, 2);
        InitializeParameters();
    }
    private static ModuleList<T> Repeat<T>(int count, Func<T> make) where T : Module
    {
        var list = new ModuleList<T>();
        for (var i = 0; i < count; i++) list.Add(make());
        return list;
    }
    public override Tensor forward(Tensor x)
    {
        x = Embed(x);
        foreach (var b in blocks) x = b.call(x);
        return Head(x);
    }
}
[Parameterize(BaseWidth = 8)]
public partial class Residual : Module<Tensor, Tensor>
{
    private readonly Linear fc1, fc2;
    public Residual([Width] long w) : base("R") { (fc1, fc2) = (Linear(w, 2 * w), Linear(2 * w, w)); InitializeParameters(); }
    public override Tensor forward(Tensor x) => x + Fc2(functional.relu(Fc1(x)));
}
