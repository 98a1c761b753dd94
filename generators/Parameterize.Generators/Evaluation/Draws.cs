using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Algebra;

namespace Parameterize.Generators.Evaluation;

/// <summary>What TorchSharp's functions that write into a tensor leave there: how the std of its entries depends on widths.</summary>
internal static class Draws
{
    private const string NotFollowed = "is given values of which it is not known how they grow";

    /// <summary>Methods of a tensor that write random numbers or constants into it, and those that change what is there.</summary>
    private static readonly HashSet<string> InPlace =
    [
        "normal_", "uniform_", "zero_", "fill_", "copy_", "mul_", "div_", "add_", "sub_", "clamp_", "clip_", "abs_", "neg_", "erfinv_",
        "exp_",
        "tanh_", "exponential_", "log_normal_", "cauchy_", "geometric_", "bernoulli_", "random_", "set_", "masked_fill_", "index_fill_",
        "index_copy_", "scatter_", "renorm_", "pow_", "sqrt_",
    ];

    /// <summary>Whether the function writes into a tensor that it is called on, or into its first argument.</summary>
    public static bool Writes(IMethodSymbol method) => LayerCatalogue.IsTorchSharp(method) && (method.IsStatic
        ? method.ContainingType is { Name: "init" } && method.Name.EndsWith("_", StringComparison.Ordinal)
        : InPlace.Contains(method.Name) && TensorShapes.IsTensor(method.ContainingType));

    /// <summary>Whether a call draws a parameter, as far as its types show.</summary>
    public static bool IsOfParameter(IInvocationOperation call) =>
        Writes(call.TargetMethod) && (call.TargetMethod.IsStatic || call.Instance?.Type.Is(WellKnownNames.Parameter) == true);

    /// <summary>What such a call makes of what the tensor was drawn from.</summary>
    /// <param name="drawsOf">What other tensors were drawn from.</param>
    public static Func<TensorDraw, TensorDraw> Of(
        IMethodSymbol method, IReadOnlyList<Value> arguments, SyntaxNode at,
        Func<IReadOnlyList<TensorPlace>, IReadOnlyList<TensorDraw>> drawsOf)
    {
        var given = method.IsStatic ? arguments.Skip(1).ToArray() : arguments;
        TensorDraw? drawn = method.Name switch
        {
            "zeros_" or "zero_" => new(DrawKind.Zero, at),
            "ones_" => TensorDraw.Power(Factor.One, at),
            "constant_" or "fill_" => given[0].Dimension.Value == 0 ? new(DrawKind.Zero, at) : TensorDraw.Power(GrowthOf(given[0]), at),
            "normal_" or "trunc_normal_" => TensorDraw.Power(Spread(Named("mean"), Named("std"), isCentred: true), at),
            "uniform_" => TensorDraw.Power(Spread(given[0], given[1], isCentred: false), at),
            "sparse_" => TensorDraw.Power(GrowthOf(Named("std")), at),
            "kaiming_uniform_" or "kaiming_normal_" when IsFinite(Named("a")) => Named("mode").Dimension.AtBase switch
            {
                0 => new(DrawKind.FanIn, at),
                1 => new(DrawKind.FanOut, at),
                _ => TensorDraw.Unknown(at, NotFollowed),
            },
            "xavier_uniform_" or "xavier_normal_" or "glorot_uniform_" or "glorot_normal_" when IsFinite(given[0]) =>
                new(DrawKind.BothFans, at),
            "orthogonal_" when IsFinite(given[0]) => new(DrawKind.LongerSide, at),
            "exponential_" or "log_normal_" or "cauchy_" or "geometric_" or "bernoulli_" or "random_" when given.All(IsFinite) =>
                TensorDraw.Power(Factor.One, at),
            "copy_" => Copied(drawsOf(given[0].Tensors), at)(TensorDraw.Default),
            _ => null,
        };
        return drawn is not null ? _ => drawn : draw => Changed(draw, method.Name.TrimEnd('_'), given, at);

        Value Named(string name) =>
            method.Parameters.FirstOrDefault(parameter => parameter.Name.StartsWith(name, StringComparison.Ordinal)) is { } parameter
                ? arguments[parameter.Ordinal] : Value.Unclear(new(at, NotFollowed));
    }

    /// <summary>What the values of another tensor are in place of one's own.</summary>
    /// <param name="draws">What the other may have been drawn from.</param>
    public static Func<TensorDraw, TensorDraw> Copied(IReadOnlyList<TensorDraw> draws, SyntaxNode at)
    {
        var copied = draws.Count == 1 ? draws[0] with { At = at } : TensorDraw.Unknown(at, NotFollowed);
        return _ => copied;
    }

    /// <summary>What an operation entry by entry makes of a draw.</summary>
    public static TensorDraw Changed(TensorDraw draw, string operation, IReadOnlyList<Value> operands, SyntaxNode at)
    {
        var isOfNumbers = operands.All(static operand => operand.Tensors.Count == 0 && operand.Shape is null);
        return operation switch
        {
            "mul" when isOfNumbers => draw.Times(GrowthOf(operands[0]), at),
            "div" when isOfNumbers => draw.Times(GrowthOf(operands[0])?.Inverse(), at),
            "abs" or "neg" => draw,
            "add" or "sub" or "clamp" or "clip" or "erfinv" or "exp" or "tanh"
                when isOfNumbers && operands.All(IsFinite)
                    && draw is { Kind: DrawKind.Zero } or { Kind: DrawKind.Power, Growth.IsOne: true } =>
                TensorDraw.Power(Factor.One, at),
            _ => TensorDraw.Unknown(at, NotFollowed),
        };
    }

    private static bool IsFinite(Value value) => value.Dimension.IsFinite && value.Shape is null && value.Tensors.Count == 0;

    private static Factor? GrowthOf(Value value) => value.Shape is null && value.Tensors.Count == 0 ? value.Dimension.Power : null;

    /// <summary>How far entries are from zero: two numbers that grow alike, or one beside a zero.</summary>
    /// <param name="isCentred">Whether the first is the mean, beside which the std says nothing, if it is none.</param>
    private static Factor? Spread(Value first, Value second, bool isCentred)
    {
        if (first.Dimension.Value == 0)
        {
            return GrowthOf(second);
        }

        if (!isCentred && second.Dimension.Value == 0)
        {
            return GrowthOf(first);
        }

        return GrowthOf(first) is { } growth && growth.Equals(GrowthOf(second)) ? growth : null;
    }
}
