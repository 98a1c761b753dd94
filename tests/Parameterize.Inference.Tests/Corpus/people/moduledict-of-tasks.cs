// right: trunk Input, heads.a Output, heads.b Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear trunk;
    private readonly ModuleDict<Linear> heads = new();
    public M([Width] long width, IReadOnlyDictionary<string, long>? tasks = null) : base("M")
    {
        trunk = Linear(4, width);
        foreach (var kv in tasks ?? new Dictionary<string, long>
        {
            ["a"] = 2,
            ["b"] = 3
        }

        )
            heads.Add((kv.Key, Linear(width, kv.Value)));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => heads["a"].call(Trunk(x));
}
