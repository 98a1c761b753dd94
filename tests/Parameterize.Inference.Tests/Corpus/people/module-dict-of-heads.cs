// right: body Input, heads.task0 Output, heads.task1 Output, heads.task2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Linear body;
    private readonly ModuleDict<Linear> heads = new();
    public M([Width] long width, int tasks = 3) : base("M")
    {
        body = Linear(16, width);
        for (var i = 0; i < tasks; i++)
            heads.Add($"task{i}", Linear(width, i + 2));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        var h = functional.relu(Body(x));
        return heads["task0"].call(h);
    }
}
