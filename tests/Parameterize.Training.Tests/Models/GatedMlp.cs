using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests.Models;

/// <summary>
/// A gated network, whose inner size is two thirds of four widths, rounded up to a multiple of eight; the dial is set at run time.
/// </summary>
[Parameterize(BaseWidth = 64)]
public sealed partial class GatedMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _gate;
    private readonly Linear _up;
    private readonly Linear _down;
    private readonly Linear _readout;

    public GatedMlp([Width] long width, [Richness] double richness)
        : base("gated")
    {
        var hidden = Hidden(width);
        _embed = Linear(PlainMlp.Inputs, width);
        _gate = Linear(width, hidden, hasBias: false);
        _up = Linear(width, hidden, hasBias: false);
        _down = Linear(hidden, width, hasBias: false);
        _readout = Linear(width, PlainMlp.Outputs);
        InitializeParameters(richness);
    }

    public static long Hidden(long width) => ((8 * width / 3) + 7) / 8 * 8;

    public override Tensor forward(Tensor input)
    {
        var embedded = functional.gelu(Embed(input));
        return Readout(functional.gelu(Down(functional.silu(Gate(embedded)) * Up(embedded))));
    }

    /// <summary>The same class in one gauge, in words.</summary>
    public static string In(Gauge gauge) => $$"""
        [Parameterize(BaseWidth = 64, Gauge = Gauge.{{gauge}})]
        public sealed partial class In{{gauge}} : Module<Tensor, Tensor>
        {
            private readonly Linear _embed, _gate, _up, _down, _readout;

            public In{{gauge}}([Width] long width, [Richness] double richness)
                : base("gated")
            {
                var hidden = ((8 * width / 3) + 7) / 8 * 8;
                _embed = Linear({{PlainMlp.Inputs}}, width);
                _gate = Linear(width, hidden, hasBias: false);
                _up = Linear(width, hidden, hasBias: false);
                _down = Linear(hidden, width, hasBias: false);
                _readout = Linear(width, {{PlainMlp.Outputs}});
                InitializeParameters(richness);
            }

            public override Tensor forward(Tensor input)
            {
                var embedded = functional.gelu(Embed(input));
                return Readout(functional.gelu(Down(functional.silu(Gate(embedded)) * Up(embedded))));
            }
        }

        """;
}

/// <summary>The same network as a user of TorchSharp alone writes it.</summary>
public sealed class PlainGatedMlp : Module<Tensor, Tensor>
{
    private readonly Linear _embed;
    private readonly Linear _gate;
    private readonly Linear _up;
    private readonly Linear _down;
    private readonly Linear _readout;

    public PlainGatedMlp(long width)
        : base("gated")
    {
        _embed = Linear(PlainMlp.Inputs, width);
        _gate = Linear(width, GatedMlp.Hidden(width), hasBias: false);
        _up = Linear(width, GatedMlp.Hidden(width), hasBias: false);
        _down = Linear(GatedMlp.Hidden(width), width, hasBias: false);
        _readout = Linear(width, PlainMlp.Outputs);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var embedded = functional.gelu(_embed.call(input));
        return _readout.call(functional.gelu(_down.call(functional.silu(_gate.call(embedded)) * _up.call(embedded))));
    }
}
