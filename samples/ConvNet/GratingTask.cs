using Parameterize.Experiments;
using static TorchSharp.torch;

namespace Parameterize.Samples.ConvNet;

/// <summary>
/// Synthesised images of stripes, of which the direction is to be told: a tenth of half a turn each, ten classes. An image is
/// <c>c sin(2 pi f (x cos t + y sin t) + p) + noise</c> over the unit square, with direction t of its class up to a fifth of the
/// distance to the next, 2 to 4 stripes f, contrast c in [1/2, 1], any phase p, and Gaussian noise in every pixel. Images are drawn as
/// they are needed, so none is seen twice.
/// </summary>
public sealed class GratingTask
{
    /// <summary>How many directions there are.</summary>
    public const long Classes = 10;

    private const int Unseen = 1_000_000;
    private readonly long _side;
    private readonly int _batchSize;
    private readonly double _noise;

    /// <summary>The task at one size.</summary>
    /// <param name="side">Pixels along an edge.</param>
    /// <param name="batchSize">Images in a batch.</param>
    /// <param name="noise">Std of the noise in a pixel.</param>
    public GratingTask(long side = 16, int batchSize = 32, double noise = 0.7)
    {
        (_side, _batchSize, _noise) = (side, batchSize, noise);
        Training = new TrainingTask((seed, step) => Draw(seed, step, _batchSize),
            (logits, classes) => nn.functional.cross_entropy(logits, classes));
    }

    /// <summary>Batches and loss.</summary>
    public TrainingTask Training { get; }

    /// <summary>The part of fresh images whose direction a model tells, which is where the placement says.</summary>
    public double Accuracy(nn.Module<Tensor, Tensor> model, Placement placement, int images = 1000)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(placement);
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var (inputs, classes) = Draw(Unseen, 0, images);
        return model.call(placement.Of(inputs)).cpu().argmax(1).eq(classes).to_type(ScalarType.Float64).mean().item<double>();
    }

    private (Tensor Images, Tensor Classes) Draw(int seed, long step, int count)
    {
        using var generator = new Generator((ulong)((1_000_003L * seed) + step));
        var classes = (Uniform() * Classes).floor();
        var direction = (classes + (0.4 * (Uniform() - 0.5))) * (Math.PI / Classes);
        var stripes = (2 * Uniform()) + 2;
        var contrast = (0.5 * Uniform()) + 0.5;
        var phase = Uniform() * (2 * Math.PI);
        var place = arange(_side, ScalarType.Float32) / _side;
        var along = (direction.cos() * place.view(1, 1, -1)) + (direction.sin() * place.view(1, -1, 1));
        var images = (contrast * ((along * stripes * (2 * Math.PI)) + phase).sin()).unsqueeze(1);
        return (images + (_noise * randn([count, 1, _side, _side], generator: generator)), classes.flatten().to_type(ScalarType.Int64));

        // One number an image.
        Tensor Uniform() => rand([count, 1, 1], generator: generator);
    }
}
