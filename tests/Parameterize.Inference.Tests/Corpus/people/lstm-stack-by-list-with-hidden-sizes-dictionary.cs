// right: lstms.0.weight_ih_l0 Input, lstms.0.weight_hh_l0 Hidden, lstms.1.weight_ih_l0 Hidden, lstms.1.weight_hh_l0 Hidden
// right: fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly ModuleList<LSTM> lstms = new();
    private readonly Linear fc;
    private readonly Dictionary<string, long> cfg;
    public M([Width] long hidden, int layers = 2, long inputs = 5) : base("M")
    {
        cfg = new Dictionary<string, long>
        {
            {
                "input",
                inputs
            },
            {
                "hidden",
                hidden
            },
            {
                "output",
                3
            }
        };
        for (int i = 0; i < layers; i++)
            lstms.Add(LSTM(i == 0 ? cfg["input"] : cfg["hidden"], cfg["hidden"]));
        fc = Linear(cfg["hidden"], cfg["output"]);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        foreach (var l in lstms)
            (x, _, _) = l.call(x);
        return Fc(x);
    }
}
