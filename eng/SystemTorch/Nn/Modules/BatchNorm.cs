using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gain and shift per channel, and running statistics when they are tracked.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? weightValue;
    private Parameter? biasValue;

    private protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(name)
    {
        SkipFields();
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        if (affine)
        {
            weight = new Parameter(ones(num_features, dtype, device));
            bias = new Parameter(zeros(num_features, dtype, device));
        }

        if (!track_running_stats)
            return;
        register_buffer(nameof(running_mean), zeros(num_features, dtype, device).DetachFromDisposeScope());
        register_buffer(nameof(running_var), ones(num_features, dtype, device).DetachFromDisposeScope());
        register_buffer(nameof(num_batches_tracked), tensor(0L, device: device).DetachFromDisposeScope());
    }

    /// <summary>Null when there is no affine part.</summary>
    public Parameter weight
    {
        get => weightValue!;
        set => Set(nameof(weight), ref weightValue, value);
    }

    public Parameter? bias
    {
        get => biasValue;
        set => Set(nameof(bias), ref biasValue, value);
    }

    public long num_features { get; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    internal Tensor? running_mean => get_buffer(nameof(running_mean));

    internal Tensor? running_var => get_buffer(nameof(running_var));

    internal Tensor? num_batches_tracked => get_buffer(nameof(num_batches_tracked));

    public void reset_parameters()
    {
        if (weightValue is not null)
            nn.init.ones_(weightValue);
        if (biasValue is not null)
            nn.init.zeros_(biasValue);
    }

    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    protected abstract void ValidateInputDimensions(Tensor input);
}

/// <summary>Statistics of the batch while training, the running ones otherwise.</summary>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (training && num_batches_tracked is { } batches)
            batches.add_(1);
        return nn.functional.batch_norm(
            input, running_mean, running_var, weight, bias, training || running_mean is null, momentum ?? 0, eps);
    }
}

public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
    {
    }

    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.ndim is not (2 or 3))
            throw new ArgumentException($"expected 2D or 3D input, but got {input.ndim}D input instead.");
    }
}

public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
    {
    }

    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.ndim != 4)
            throw new ArgumentException($"expected 4D input, but got {input.ndim}D input instead.");
    }
}

public sealed class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
    {
    }

    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.ndim != 5)
            throw new ArgumentException($"expected 5D input, but got {input.ndim}D input instead.");
    }
}
