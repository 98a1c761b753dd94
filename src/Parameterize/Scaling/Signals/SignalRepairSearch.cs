using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;

namespace Parameterize.Scaling.Signals;

/// <summary>
/// Looks for the exponents whose change restores a property: repairs the first failing layer, propagates again, and goes on until the
/// property holds. What is returned has been verified so.
/// </summary>
internal static class SignalRepairSearch
{
    /// <summary>The changes, at most one per exponent; empty when none is known.</summary>
    public static IReadOnlyList<SignalRepair> Find(SignalProperty property, SignalChain chain, SignalFailure failure) =>
        Find(property, chain, failure, Suggest) ?? Find(property, chain, failure, SuggestOtherwise) ?? [];

    private static List<SignalRepair>? Find(
        SignalProperty property, SignalChain chain, SignalFailure failure, Func<SignalProperty, SignalFailure, SignalRepair?> suggest)
    {
        var repairs = new List<SignalRepair>();
        SignalFailure? open = failure;
        for (var rounds = 3 * chain.Layers.Count; open is not null; rounds--)
        {
            if (rounds == 0 || suggest(property, open) is not { } repair)
            {
                return null;
            }

            chain = repair.ApplyTo(chain);
            Merge(repairs, repair);
            open = SignalCriteria.FailureOf(property, chain, SignalPass.Run(chain));
        }

        return repairs;
    }

    private static SignalRepair? Suggest(SignalProperty property, SignalFailure failure)
    {
        var at = failure.At;
        return property switch
        {
            SignalProperty.Faithful => Init(at, at.AtInit),
            SignalProperty.Stable => at.Own > Growth.Constant ? Rate(at, by: at.Own) : Init(at, by: at.Change),
            SignalProperty.Nontrivial => at.Own < at.Change && at.Change > Growth.Constant
                ? Init(at, by: at.Change)
                : Rate(at, by: at.Own),
            SignalProperty.UsefulUpdate => Rate(at, by: at.Own + at.Gradient + Rational.One),
            SignalProperty.Maximal => Rate(at, by: failure.Excess),
            _ => null,
        };
    }

    /// <summary>
    /// A readout with a large rate may carry the gradient by itself, so that a larger rate moves the layers below as much: then its init
    /// is what passes too much on.
    /// </summary>
    private static SignalRepair? SuggestOtherwise(SignalProperty property, SignalFailure failure) =>
        property == SignalProperty.Maximal && failure.At.Layer.Kind == ParameterKind.Output && failure.Excess.Exponent is { } excess
            ? Init(failure.At, by: -excess)
            : Suggest(property, failure);

    /// <summary>Another init; a layer that starts at zero gets one that keeps the signal's size.</summary>
    private static SignalRepair? Init(SignalReading at, Growth by)
    {
        var exponents = at.Layer.Exponents;
        if (exponents.B is { } b)
        {
            return by.Exponent is { } excess ? new SignalRepair(at.Layer.Name, "b", b, b + excess) : null;
        }

        var sum = at.Layer.Kind.FanInIsWidth() ? Rational.Half : Rational.Zero;
        return at.Input.Exponent is { } size ? new SignalRepair(at.Layer.Name, "b", null, size + sum - exponents.A) : null;
    }

    private static SignalRepair? Rate(SignalReading at, Growth by) => at.Layer.Exponents.C is { } c && by.Exponent is { } excess
        ? new SignalRepair(at.Layer.Name, "c", c, c + excess)
        : null;

    /// <summary>Two changes of one exponent are one change.</summary>
    private static void Merge(List<SignalRepair> repairs, SignalRepair repair)
    {
        var earlier = repairs.FindIndex(known => known.Layer == repair.Layer && known.Symbol == repair.Symbol);
        if (earlier < 0)
        {
            repairs.Add(repair);
        }
        else
        {
            repairs[earlier] = repairs[earlier] with { To = repair.To };
        }
    }
}
