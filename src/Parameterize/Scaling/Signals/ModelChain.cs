using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Scaling.Signals;

/// <summary>
/// The chain that a class's tensors form, with all widths growing together: members in the order of declaration, a list of hidden
/// layers as two of them, a further input as added, several readouts side by side.
/// </summary>
/// <remarks>
/// What declarations do not show is left out or taken for granted: norms are skipped (so that a proof does not lean on them), and so
/// are [Unscaled] and finite tensors, which know no width; a hidden layer that starts at zero is taken for the end of a residual branch.
/// </remarks>
internal static class ModelChain
{
    private const string Again = " (again)";

    /// <summary>The chain; null where there is none, or a sum is not over one width, so that its terms cannot be counted.</summary>
    public static SignalChain? Of(
        IReadOnlyList<TensorScaling> tensors, OptimizerFamily family, Rational richness, IReadOnlyList<ComputedRatio> computed)
    {
        var layers = new List<SignalLayer>();
        var stream = new List<string>();
        foreach (var member in tensors.GroupBy(tensor => MemberOf(tensor.Name), StringComparer.Ordinal))
        {
            string[] passes = member.First().Kind switch
            {
                ParameterKind.Vector => [], // a norm
                ParameterKind.Hidden when member.Key.Contains('*') => ["", Again],
                _ => [""],
            };
            foreach (var suffix in passes)
            {
                foreach (var tensor in member.Where(tensor => tensor.Kind != ParameterKind.Finite))
                {
                    Add(tensor, suffix);
                }
            }
        }

        var hasPlainFans = tensors.All(tensor => IsPlain(tensor.Declaration.Ratios.FanIn) && IsPlain(tensor.Declaration.Ratios.FanOut));
        return layers.Count == 0 || !hasPlainFans ? null : new SignalChain(family, layers);

        void Add(TensorScaling tensor, string suffix)
        {
            var layer = new SignalLayer(LayerOf(tensor.Name) + suffix, tensor.Kind, ExponentsOf(tensor));
            var reads = tensor.Kind.FanInIsWidth();
            layers.Add(layer with { Sources = reads ? stream.ToArray() : [] });
            if (tensor.Kind == ParameterKind.Output)
            {
                return;
            }

            if (reads && !tensor.Declaration.ZeroInit)
            {
                stream.Clear();
            }

            stream.Add(layer.Name);
        }

        bool IsPlain(Factor fan) => fan.IsOne || ComputedRatio.PowerOf(fan, Rational.Zero, computed) == 1;

        Exponents ExponentsOf(TensorScaling tensor) => new(
            -Power(tensor.Multiplier), tensor.Declaration.ZeroInit ? null : -Power(tensor.InitStd), -Power(tensor.LearningRate(family)));

        Rational Power(Factor factor) => ComputedRatio.PowerOf(factor, richness, computed);
    }

    /// <summary>The layer's name in a chain: that of the tensor, without <c>.weight</c>.</summary>
    public static string LayerOf(string tensor) => WithoutEnd(tensor, ".weight");

    /// <summary>The name of a layer in the tables: a list's element has one.</summary>
    public static string Listed(string layer) => WithoutEnd(layer, Again);

    private static string MemberOf(string tensor) => WithoutEnd(LayerOf(tensor), ".bias");

    private static string WithoutEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text.Substring(0, text.Length - end.Length) : text;
}
