using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests.Models;

/// <summary>Muon beside AdamW as one writes them for one plain model: no groups, no rules, no shapes but those that are there.</summary>
public sealed class PlainMuon : OptimizerHelper
{
    private readonly (Parameter Weight, Tensor Average)[] _matrices;
    private readonly AdamW _rest;
    private readonly double _rate;
    private readonly double _decay;
    private readonly Func<long, long, double> _shape;

    public PlainMuon(
        nn.Module model, IReadOnlyList<string> matrices, double rate, double adamRate, double decay, Func<long, long, double> shape)
    {
        var named = model.named_parameters().ToArray();
        _matrices = [.. named.Where(item => matrices.Contains(item.name)).Select(item => (item.parameter, zeros_like(item.parameter)))];
        _rest = optim.AdamW(
            named.Where(item => !matrices.Contains(item.name)).Select(item => item.parameter),
            adamRate, beta1: 0.9, beta2: 0.95, eps: 1e-10, weight_decay: decay);
        _parameter_groups = [new ParamGroup { Parameters = named.Select(item => item.parameter).ToArray() }];
        (_rate, _decay, _shape) = (rate, decay, shape);
    }

    public override Tensor step(Func<Tensor>? closure = null)
    {
        using (no_grad())
        using (NewDisposeScope())
        {
            foreach (var (weight, average) in _matrices)
            {
                var gradient = weight.grad!;
                average.mul_(0.95).add_(gradient, alpha: 1 - 0.95);
                var update = gradient * (1 - 0.95);
                update.add_(average, alpha: 0.95);
                var (rows, columns) = (weight.shape[0], weight.numel() / weight.shape[0]);
                var matrix = update.reshape(rows, columns);
                var x = rows > columns ? matrix.transpose(0, 1) : matrix;
                x = x / (x * x).sum().sqrt().clamp_min(1e-7);
                for (var iteration = 0; iteration < 5; iteration++)
                {
                    var gram = x.matmul(x.transpose(0, 1));
                    var polynomial = gram.matmul(gram) * 2.0315;
                    polynomial.add_(gram, alpha: -4.775);
                    x = (x * 3.4445).add_(polynomial.matmul(x));
                }

                var step = (rows > columns ? x.transpose(0, 1) : x).reshape(weight.shape);
                weight.mul_(1 - (_rate * _decay));
                weight.add_(step, alpha: -_rate * _shape(rows, columns));
            }
        }

        _rest.step();
        return null!;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _rest.Dispose();
        foreach (var (_, average) in _matrices)
        {
            average.Dispose();
        }
    }
}
