// right: in_proj Hidden, x_proj Output, dt_proj Input, out_proj Hidden
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear in_proj, x_proj, dt_proj, out_proj;
    private readonly int dt_rank, d_state;
    public M([Width] int d_model, int d_state = 4, int expand = 2, int dt_rank = 2) : base("Mamba")
    {
        this.d_state = d_state;
        this.dt_rank = dt_rank;
        var d_inner = expand * d_model;
        in_proj = Linear(d_model, 2 * d_inner, hasBias: false);
        x_proj = Linear(d_inner, dt_rank + 2 * d_state, hasBias: false);
        dt_proj = Linear(dt_rank, d_inner);
        out_proj = Linear(d_inner, d_model, hasBias: false);
        var dt_init_std = Math.Pow(dt_rank, -0.5);
        init.uniform_(dt_proj.weight, -dt_init_std, dt_init_std);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Out_proj(Dt_proj(X_proj(In_proj(x).chunk(2, -1)[0]).narrow(-1, 0, dt_rank)));
}
