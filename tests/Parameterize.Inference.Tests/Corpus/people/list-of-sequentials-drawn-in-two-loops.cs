// right: stages.0.0 Input, stages.0.1 Vector, stages.1.0 Hidden, stages.1.1 Vector, stages.2.0 Hidden, stages.2.1 Vector, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<Sequential> stages;
    private readonly Linear head;
    public M([Width] int width) : base("M")
    {
        stages = new ModuleList<Sequential>();
        var c = 3;
        for (int i = 0; i < 3; i++)
        {
            stages.Add(Sequential(Conv2d(c, width, 3, padding: 1), BatchNorm2d(width), ReLU()));
            c = width;
        }
        head = Linear(width, 10);
        foreach (var stage in stages)
            foreach (var m in stage.children())
            {
                if (m is Conv2d conv)
                {
                    init.kaiming_normal_(conv.weight, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU);
                    if (conv.bias is not null) init.zeros_(conv.bias);
                }
                else if (m is BatchNorm2d bn)
                {
                    init.ones_(bn.weight);
                    init.zeros_(bn.bias);
                }
            }
        InitializeParameters();
    }
    public override Tensor forward(Tensor x)
    {
        foreach (var s in stages) x = s.call(x);
        return Head(x.mean(new long[] { 2, 3 }));
    }
}
