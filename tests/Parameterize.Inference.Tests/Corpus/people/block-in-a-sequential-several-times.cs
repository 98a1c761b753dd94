// right: first Input, outp Output, stage.0.fc Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear first, outp;
    private readonly Sequential stage;
    public M([Width] int width, int times = 3) : base("M")
    {
        first = Linear(5, width);
        stage = Sequential();
        var block = new Blk(width);
        for (int i = 0; i < times; i++) stage.append(block);
        outp = Linear(width, 2);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Outp(stage.call(First(x)));
}
[Parameterize(BaseWidth = 8)]
public partial class Blk : Module<Tensor, Tensor>
{
    private readonly Linear fc;
    public Blk([Width] int d) : base("Blk") { fc = Linear(d, d); InitializeParameters(); }
    public override Tensor forward(Tensor x) => functional.relu(Fc(x));
}
