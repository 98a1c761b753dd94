using Parameterize.Generators.Model;

namespace Parameterize.Generators.Parsing;

/// <summary>Where a module's dimensions stand: in its factory's arguments (by position, since names changed between versions) and in its tensors.</summary>
/// <param name="Type">The module.</param>
/// <param name="FullName">Its class.</param>
/// <param name="FanInArgument">The argument that is the fan-in; null where the fan-in is finite by nature.</param>
/// <param name="FanOutArgument">The argument that is the fan-out.</param>
/// <param name="BiasFlag">The Boolean argument without which there is no bias.</param>
/// <param name="WeightFlag">The Boolean argument without which there is neither weight nor bias.</param>
internal sealed record LayerShape(LayerType Type, string FullName, int? FanInArgument, int FanOutArgument, int? BiasFlag, int? WeightFlag)
{
    public bool HasBias { get; init; } = true;

    /// <summary>Whether weight and bias are vectors along the fan-out.</summary>
    public bool IsNorm { get; init; }

    /// <summary>Whether the default draw's std is proportional to fan-in^-1/2.</summary>
    public bool DrawsByFanIn { get; init; }

    /// <summary>The weight's axis along the fan-in.</summary>
    public int? FanInAxis { get; init; }

    /// <summary>The weight's axis along the fan-out.</summary>
    public int FanOutAxis { get; init; }

    /// <summary>Whether TorchSharp declares the weight property nullable.</summary>
    public bool WeightMayBeNull { get; init; }
}
