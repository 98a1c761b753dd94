using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Generators.Reading;

/// <summary>
/// How the std of what the constructor drew grows by itself, which is what scaling has to take account of. Said of a draw that is not
/// followed, and of one that comes after the scaling and is not what the rule asks for.
/// </summary>
/// <param name="context">Where findings go.</param>
/// <param name="isBaseline">Whether nothing is scaled.</param>
internal sealed class InitReader(ReadingContext context, bool isBaseline)
{
    /// <summary>Says which draws were seen to be there, but not followed.</summary>
    public void Check(IReadOnlyDictionary<SyntaxNode, string> unfollowed)
    {
        foreach (var draw in unfollowed.Where(_ => !isBaseline))
        {
            Report(draw.Key, context.ClassLocation, $"'{SizeNames.Shortened(draw.Key)}'", draw.Value);
        }
    }

    /// <summary>The m for which the std of what is scaled grows like m^-1/2, and the sides by which it does so besides.</summary>
    /// <param name="member">The member.</param>
    /// <param name="name">What the tensor is called.</param>
    /// <param name="tensor">What it may have been drawn from.</param>
    public (Factor FanIn, FanDraw? Fans) DrawnBy(LayerMember member, string name, DrawnTensor tensor)
    {
        var early = tensor.Draws.Where(static draw => draw is { IsLate: false, Kind: not DrawKind.Zero }).ToArray();
        var growths = early.Select(draw => tensor.Growth(draw)).ToArray();
        if (early.Length == 0 || (growths[0] is { } one && growths.All(one.Equals)))
        {
            return (early.Length == 0 ? tensor.ByDefault : growths[0]!.Pow(new Rational(-2)), null);
        }

        if (!isBaseline && tensor.Fans(early[0]) is { } fans
            && early.All(draw => fans.Equals(tensor.Fans(draw)) && draw.Growth.Equals(early[0].Growth)))
        {
            return (early[0].Growth.Pow(new Rational(-2)), fans);
        }

        var unclear = early.FirstOrDefault(draw => tensor.Growth(draw) is null) ?? early.First(static draw => draw.At is not null);
        Report(member, unclear, name, unclear.Reason
            ?? (growths.Any(static growth => growth is null)
                ? "has a std that depends on sides of which it is not known how they grow"
                : "is drawn in one way or another"));
        return (tensor.ByDefault, null);
    }

    /// <summary>
    /// What the class draws the layers of models inside from; says of what is not followed that those models have to draw it themselves.
    /// </summary>
    public IReadOnlyList<RedrawSpec> Redraws(IReadOnlyList<InsideDraw> inside)
    {
        var redraws = new List<RedrawSpec>();
        foreach (var drawn in inside.Where(_ => !isBaseline))
        {
            switch (drawn.Draws.Count == 1 ? drawn.Draws[0] : null)
            {
                case { Kind: DrawKind.Zero }:
                    break;
                case { Kind: DrawKind.Power or DrawKind.FanIn or DrawKind.FanOut, Growth.IsOne: true, IsLate: false } draw:
                    redraws.Add(new(drawn.Layer, drawn.Tensor, draw.Kind == DrawKind.Power ? null : draw.Kind.ToString()));
                    break;
                default:
                    Report(
                        drawn.Draws.First(static draw => draw.At is not null).At!, context.ClassLocation, $"'{drawn.Layer}.{drawn.Tensor}'",
                        "of the models inside, which have scaled their draws already, is drawn in a way that is not followed; draw it in "
                            + "those models' constructors, in front of their InitializeParameters");
                    break;
            }
        }

        return redraws;
    }

    /// <summary>Whether what was drawn after the scaling has the std that the rule asks for; if not, says so.</summary>
    public void CheckLate(LayerMember member, TensorScaling scaling, DrawnTensor tensor)
    {
        var wrong = tensor.Draws.FirstOrDefault(draw =>
            draw is { IsLate: true, Kind: not DrawKind.Zero } && tensor.Growth(draw)?.Equals(scaling.InitStd) != true);
        if (wrong is not null && !isBaseline)
        {
            Report(
                wrong.At!, member.Location, $"'{scaling.Name}'",
                "is drawn after InitializeParameters, which undoes its scaling; draw it in front of that call");
        }
    }

    private void Report(LayerMember member, TensorDraw draw, string name, string reason)
    {
        if (isBaseline)
        {
            return;
        }

        var isWeight = name.EndsWith(".weight", StringComparison.Ordinal) || name == member.Symbol.Name;
        var advice = (isWeight, member.Step) switch
        {
            (false, _) => "draw it with a constant std, or one that follows the fan-in",
            (true, null) => $"give its std at base widths as [{member.Declared ?? ParameterKind.Hidden}(InitStd = 0.02)] on "
                + $"'{member.Symbol.Name}' in place of the draw",
            _ => "draw it with a constant std, or hold it in a member of its own with InitStd",
        };
        Report(draw.At!, member.Location, $"'{name}'", $"{reason}; {advice}");
    }

    /// <summary>At the draw, if it stands in the class; else at the member.</summary>
    private void Report(SyntaxNode at, Location otherwise, string what, string why) => context.Report(
        Descriptors.InitNotScaled,
        context.Type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == at.SyntaxTree) ? at.GetLocation() : otherwise,
        what,
        why);
}
