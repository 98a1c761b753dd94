// right: stem Input, down Hidden, up Hidden, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d stem;
    private readonly Linear down, up, head;
    public M([Width] int width, int reduction = 16) : base("M")
    {
        stem = Conv2d(3, width, 3, padding: 1);
        int mid = Math.Max(width / 2, 4);
        down = Linear(width, mid);
        up = Linear(mid, width);
        head = Linear(width, 3);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x)
    {
        x = Stem(x).mean(new long[] { 2, 3 });
        return Head(x * functional.sigmoid(Up(functional.relu(Down(x)))));
    }
}
