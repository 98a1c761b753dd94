// right: fc1 Input, fc2 Output, mid Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear fc1, fc2;
    public M([Width] long width) : base("M")
    {
        BuildLayers(width, out fc1, out var mid, out fc2);
        this.mid = mid;
        InitializeParameters();
    }
}

public partial class M
{
    private readonly Linear mid;
    private static void BuildLayers(long width, out Linear a, out Linear b, out Linear c)
    {
        a = Linear(3, width);
        b = Linear(width, width);
        c = Linear(width, 2);
    }

    public override Tensor forward(Tensor x) => Fc2(functional.relu(Mid(functional.relu(Fc1(x)))));
}
