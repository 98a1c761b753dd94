// right: inp Input, outp Output
// may be refused
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear inp, outp;
    private readonly Sequential body;
    public M([Width] int width) : base("A")
    {
        inp = Linear(4, width);
        var list = new List<Module<Tensor, Tensor>>();
        if (width > 8) list.Add(Conv1d(16, 16, 1));
        list.Add(Linear(width, 8));
        body = Sequential(list);
        var first = list[0].get_parameter("weight")!.shape[0];
        outp = Linear(first, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => x;
}
