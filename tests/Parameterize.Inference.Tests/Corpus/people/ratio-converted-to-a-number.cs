// right: stem Input, up Hidden, down Hidden, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private const double Ratio = 2.5;
    private readonly Linear stem, up, down, head;
    public M([Width] int channels) : base("")
    {
        stem = Linear(3, channels);
        var expanded = Convert.ToInt32(channels * Ratio);
        up = Linear(channels, expanded);
        down = Linear(expanded, channels);
        head = Linear(channels, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x)
    {
        x = Stem(x);
        return Head(x + Down(functional.gelu(Up(x))));
    }
}
