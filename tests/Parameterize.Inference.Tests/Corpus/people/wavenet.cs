// right: start Input, filters.0 Hidden, filters.1 Hidden, filters.2 Hidden, filters.3 Hidden, filters.4 Hidden, filters.5 Hidden
// right: gates.0 Hidden, gates.1 Hidden, gates.2 Hidden, gates.3 Hidden, gates.4 Hidden, gates.5 Hidden, residuals.0 Hidden
// right: residuals.1 Hidden, residuals.2 Hidden, residuals.3 Hidden, residuals.4 Hidden, residuals.5 Hidden, skips.0 Hidden
// right: skips.1 Hidden, skips.2 Hidden, skips.3 Hidden, skips.4 Hidden, skips.5 Hidden, end1 Hidden, end2 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Conv1d start;
    private readonly ModuleList<Conv1d> filters = new(), gates = new(), residuals = new(), skips = new();
    private readonly Conv1d end1, end2;
    public M([Width] long channels, int blocks = 2, int layers = 3, long classes = 16) : base("WaveNet")
    {
        start = Conv1d(1, channels, 1);
        for (var b = 0; b < blocks; b++)
        {
            var dilation = 1L;
            for (var i = 0; i < layers; i++)
            {
                filters.Add(Conv1d(channels, channels, 2, dilation: dilation));
                gates.Add(Conv1d(channels, channels, 2, dilation: dilation));
                residuals.Add(Conv1d(channels, channels, 1));
                skips.Add(Conv1d(channels, 4 * channels, 1));
                dilation *= 2;
            }
        }

        end1 = Conv1d(4 * channels, 4 * channels, 1);
        end2 = Conv1d(4 * channels, classes, 1);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = Start(x);
        Tensor? skip = null;
        for (var i = 0; i < filters.Count; i++)
        {
            var y = tanh(Filters(i, x)) * sigmoid(Gates(i, x));
            var s = Skips(i, y);
            skip = skip is null ? s : skip.narrow(2, skip.shape[2] - s.shape[2], s.shape[2]) + s;
            var r = Residuals(i, y);
            x = x.narrow(2, x.shape[2] - r.shape[2], r.shape[2]) + r;
        }

        return End2(functional.relu(End1(functional.relu(skip!))));
    }
}
