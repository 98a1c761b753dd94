// right: mid Hidden, head Output, stem Input
// must be right
public abstract class Backbone : Module<Tensor, Tensor>
{
    protected readonly Linear stem;
    protected Backbone(string name, long inputs, long width) : base(name)
    {
        stem = Linear(inputs, width);
    }
}

[Parameterize(BaseWidth = 8)]
public partial class M : Backbone
{
    private readonly Linear mid, head;
    public M([Width] long width) : base("M", 5, width)
    {
        mid = Linear(width, width);
        head = Linear(width, 2);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Head(functional.relu(Mid(functional.relu(stem.call(x)))));
}
