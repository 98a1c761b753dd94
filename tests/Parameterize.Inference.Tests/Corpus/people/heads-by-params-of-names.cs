// right: trunk Input, heads.a Output, heads.b Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Linear trunk;
    private readonly ModuleDict<Linear> heads = new();
    public M([Width] int hidden, params string[] tasks) : base("M")
    {
        trunk = Linear(4, hidden);
        foreach (var task in tasks) heads.Add((task, Linear(hidden, 1)));
        InitializeParameters();
    }
    public static M Make(long w) => new((int)w, "a", "b");
    public override Tensor forward(Tensor x)
    {
        var h = functional.relu(Trunk(x));
        return cat(heads.values().Select(l => l.call(h)).ToArray(), 1);
    }
}
