namespace Parameterize.Scaling.Rules;

/// <summary>Which fans of a kind are widths (Yang et al., arXiv 2203.03466, appendix B: matrix-like, vector-like, scalar-like).</summary>
public static class ParameterKindFans
{
    /// <summary>Whether a sum over the fan-in is a sum over a width.</summary>
    public static bool FanInIsWidth(this ParameterKind kind) => kind is ParameterKind.Hidden or ParameterKind.Output;

    /// <summary>Whether the layer has a width-sized output.</summary>
    public static bool FanOutIsWidth(this ParameterKind kind) =>
        kind is ParameterKind.Input or ParameterKind.Hidden or ParameterKind.Vector;
}
