using Parameterize.Experiments.Sweeps;
using Parameterize.Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments;

/// <summary>
/// Where models train, and in which element type: parameters, buffers and batches are moved there, and what is measured comes back to
/// the CPU as doubles. What is not said stays as it was built. Draws are made where the model is built, on the CPU unless its constructor
/// says otherwise, and moved then: the same seed starts from the same numbers on every device, rounded to the type.
/// </summary>
/// <example>
/// <code>
/// CoordinateCheck.Of(width => new Mlp(width)).On("cuda:1", ScalarType.BFloat16)
/// new RateSweep { Placement = Placement.On("cuda:1") }
/// </code>
/// </example>
public sealed class Placement
{
    private readonly DeviceType? _device;
    private readonly int _index;
    private readonly ScalarType? _dtype;

    private Placement(DeviceType? device, int index, ScalarType? dtype) =>
        (_device, _index, _dtype) = (device, index, dtype);

    /// <summary>Nothing is moved: everything stays where, and as, it was built.</summary>
    public static Placement AsBuilt { get; } = new(null, -1, null);

    /// <summary>
    /// What was asked for, in ids and settings of trials: the kind of the device, without its index, and the element type.
    /// </summary>
    /// <remarks>One sweep may be spread over several devices of a kind; over several kinds, or types, it is several sweeps.</remarks>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        .. _device is { } device ? [(PlacementSettings.Device, PlacementNames.Of(device))] : Array.Empty<(string, string)>(),
        .. _dtype is { } dtype ? [(PlacementSettings.Dtype, PlacementNames.Of(dtype))] : Array.Empty<(string, string)>(),
    ];

    /// <summary>As many trials as there are cores, unless a device does the work: on that, one after the other.</summary>
    public int Workers => _device is null or DeviceType.CPU ? Environment.ProcessorCount : 1;

    /// <summary>On a device.</summary>
    /// <param name="device">Such as <c>"cuda:1"</c>. The index of a CUDA device may be left out.</param>
    /// <param name="dtype">The element type: <see cref="ScalarType.BFloat16"/>, Float32 or Float64; null leaves it as it was built.</param>
    /// <exception cref="ArgumentException">
    /// Nothing is trained there, or in that type. Whether the machine has the device is not asked yet.
    /// </exception>
    public static Placement On(Device device, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Of(device.type, device.index, dtype);
    }

    /// <summary>On the device where models are built, in an element type.</summary>
    /// <param name="dtype"><see cref="ScalarType.BFloat16"/>, Float32 or Float64.</param>
    /// <exception cref="ArgumentException">Nothing is trained in that type.</exception>
    public static Placement In(ScalarType dtype) => Of(null, -1, dtype);

    /// <summary>From what a command line says.</summary>
    /// <param name="device"><c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> or <c>mps</c>; null where nothing is said.</param>
    /// <param name="dtype"><c>bfloat16</c>, <c>float32</c> or <c>float64</c>; null where nothing is said.</param>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static Placement Parse(string? device, string? dtype)
    {
        var (type, index) = device is null ? (null, -1) : PlacementNames.Device(device);
        return Of(type, index, dtype is null ? null : PlacementNames.Dtype(dtype));
    }

    /// <summary>
    /// Builds a model that depends on its seed alone (see <see cref="SeededModels"/>), and moves it. Make its optimizer afterwards.
    /// </summary>
    /// <param name="seed">What the draws depend on.</param>
    /// <param name="build">Builds the model; all its draws happen in here.</param>
    /// <exception cref="ArgumentException">The machine does not have the device.</exception>
    /// <exception cref="InvalidOperationException">A part of the model does not move; the message says which.</exception>
    public TModel Build<TModel>(int seed, Func<TModel> build)
        where TModel : Module
    {
        Require();
        return Move(SeededModels.Build(seed, build));
    }

    /// <summary>
    /// The task with its batches moved: numbers take the element type, indices keep theirs. In half precision the loss is taken in float32,
    /// as are targets that are numbers.
    /// </summary>
    public TrainingTask Of(TrainingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (ReferenceEquals(this, AsBuilt))
        {
            return task;
        }

        var lossType = _dtype == ScalarType.BFloat16 ? ScalarType.Float32 : _dtype;
        return new TrainingTask(
            (seed, step) =>
            {
                var (inputs, targets) = task.Batch(seed, step);
                return (Moved(inputs, _dtype), Moved(targets, lossType));
            },
            (outputs, targets) => task.Loss(lossType == _dtype ? outputs : outputs.to_type(lossType!.Value), targets));
    }

    /// <summary>A tensor moved: numbers take the element type, indices keep theirs. The same one if it is there already.</summary>
    public Tensor Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Moved(tensor, _dtype);
    }

    /// <summary>The id of a trial, with what was asked for added: results of one placement are never taken for those of another.</summary>
    public string Keyed(string id) => id + string.Concat(Settings.Select(setting => $"/{setting.Name}={setting.Value}"));

    /// <summary>A result, with what was asked for among its settings.</summary>
    public TrialResult Described(TrialResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Settings.Aggregate(result, (sum, setting) => sum.With(setting.Name, setting.Value));
    }

    /// <summary>Asks whether the machine has the device, before anything runs.</summary>
    /// <exception cref="ArgumentException">It has not; the message says what it has, and what to do.</exception>
    public void Require() => Require(Devices.Count);

    /// <summary>As <c>cuda:1, bfloat16</c>; <c>as built</c> where nothing is said.</summary>
    public override string ToString()
    {
        var device = _device is { } type ? PlacementNames.Of(type, _index) : null;
        var dtype = _dtype is { } element ? PlacementNames.Of(element) : null;
        if (device is null)
        {
            return dtype ?? "as built";
        }

        return dtype is null ? device : $"{device}, {dtype}";
    }

    internal void Require(Func<DeviceType, int> count)
    {
        if (_device is { } device && Devices.Lacking(device, _index, count(device)) is { } lacking)
        {
            throw new ArgumentException(lacking);
        }
    }

    internal TModel Move<TModel>(TModel model)
        where TModel : Module
    {
        if (ReferenceEquals(this, AsBuilt))
        {
            return model;
        }

        MovedModel.Move(model, _device, _index, _dtype);
        return model;
    }

    private static Placement Of(DeviceType? device, int index, ScalarType? dtype)
    {
        if (device is { } asked)
        {
            PlacementNames.Check(asked);
        }

        if (dtype is { } type)
        {
            PlacementNames.Check(type, device);
        }

        if (device is null && dtype is null)
        {
            return AsBuilt;
        }

        return new Placement(device, device == DeviceType.CUDA ? index : -1, dtype); // there is one of each other kind
    }

    private Tensor Moved(Tensor tensor, ScalarType? dtype)
    {
        var here = _device is { } device ? tensor.to(device, _index) : tensor;
        return dtype is { } type && here.is_floating_point() ? here.to_type(type) : here;
    }
}
