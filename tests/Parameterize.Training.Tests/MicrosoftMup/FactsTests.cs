using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests.MicrosoftMup;

/// <summary>
/// What mup's own test suite asserts of its networks (mup/test), asserted of ours: on a synthesised task in place of CIFAR-10.
/// </summary>
[Collection("torch")]
public sealed class FactsTests
{
    private static readonly Tensor Teacher = TeacherOf(seed: 5);

    private static TrainingTask Task { get; } = new(
        (seed, step) =>
        {
            using var generator = new Generator((ulong)((1000 * seed) + step));
            var inputs = randn([32, MupFactsMlp.Inputs], generator: generator);
            return (inputs, inputs.matmul(Teacher).argmax(1));
        },
        (output, target) => nn.functional.cross_entropy(output, target));

    /// <summary>
    /// CoordCheckCase: the mean absolute value of each layer, at widths 1000 and 4000, within a factor of 1.2 at steps 1 to 3.
    /// </summary>
    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    public void Layers_have_one_size_at_four_times_the_width(string optimizer)
    {
        var (narrow, wide) = (Sizes(1000, optimizer), Sizes(4000, optimizer));

        for (var step = 0; step < 3; step++)
        {
            Assert.All(["_embed", "_mix", "_readout"], layer =>
            {
                var (before, after) = (narrow[step][layer], wide[step][layer]);
                if (step == 0 && layer == "_readout")
                {
                    Assert.Equal((0.0, 0.0), (before, after));
                }
                else
                {
                    Assert.InRange(after / before, 1 / 1.2, 1.2);
                }
            });
        }
    }

    /// <summary>
    /// MLPTrainCase: the mean loss up to a step is the same at step 1, and lower in wider networks at steps 101 and 201; mup's widths are
    /// 64, 256 and 1024.
    /// </summary>
    [Theory]
    [InlineData("SGD", 256)]
    [InlineData("Adam", 256)]
    public void Wider_is_better(string optimizer, long widest)
    {
        var losses = new[] { widest / 16, widest / 4, widest }.Select(width => Losses(width, optimizer)).ToArray();

        Assert.All(losses, loss => Assert.Equal(losses[0][0], loss[0]));
        Assert.All([101, 201], step =>
        {
            var means = losses.Select(loss => loss.Take(step).Average()).ToArray();
            Assert.True(means[0] > means[1] && means[1] > means[2], $"step {step}: {string.Join(", ", means)}");
        });
    }

    [SlowTheory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    public void So_it_is_at_the_widths_of_mup(string optimizer) => Wider_is_better(optimizer, 1024);

    private static IReadOnlyList<double> Losses(long width, string optimizer)
    {
        using var model = SeededModels.Build(0, () => new MupFactsMlp(width));
        using var stepper = Optimizer(model, optimizer);
        return TrainingLoop.Run(model, stepper, Task, seed: 1, steps: 201);
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, double>> Sizes(long width, string optimizer)
    {
        using var model = SeededModels.Build(0, () => new MupFactsMlp(width));
        using var stepper = Optimizer(model, optimizer);
        var sizes = new List<Dictionary<string, double>>();
        foreach (var (name, module) in model.named_children())
        {
            ((nn.Module<Tensor, Tensor>)module).register_forward_hook((_, _, output) =>
            {
                sizes[^1][name] = output.detach().abs().mean().item<float>();
                return output;
            });
        }

        // The hooks see every step's forward pass, before its update.
        var watched = Task with
        {
            Batch = (seed, step) =>
            {
                sizes.Add([]);
                return Task.Batch(seed, step);
            },
        };
        TrainingLoop.Run(model, stepper, watched, seed: 1, steps: 3);
        return sizes;
    }

    private static optim.Optimizer Optimizer(MupFactsMlp model, string optimizer) => optimizer == "SGD" ? model.SGD(0.1) : model.Adam(1e-3);

    private static Tensor TeacherOf(ulong seed)
    {
        using var generator = new Generator(seed);
        return randn([MupFactsMlp.Inputs, MupFactsMlp.Outputs], generator: generator);
    }
}
