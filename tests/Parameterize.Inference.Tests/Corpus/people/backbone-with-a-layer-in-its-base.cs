// right: head Output, mid Hidden, stem Input
// must be right
public abstract class Backbone : Module<Tensor, Tensor>
{
    protected readonly Linear stem;
    protected readonly int hidden;
    protected Backbone(string name, int inputs, int hidden) : base(name)
    {
        this.hidden = hidden;
        stem = Linear(inputs, hidden);
    }
}
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Backbone
{
    private readonly Linear head, mid;
    public M([Width] int hidden) : base("M", 4, hidden)
    {
        mid = Linear(this.hidden, this.hidden * 2);
        head = Linear(mid.out_features, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Head(Mid(Stem(x)));
}
