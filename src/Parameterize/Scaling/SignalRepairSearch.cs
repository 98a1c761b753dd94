namespace Parameterize.Scaling;

/// <summary>
/// Looks for the exponents whose change restores a property: repairs the first failing layer, propagates again, and goes on until the
/// property holds. What is returned has been verified so.
/// </summary>
internal static class SignalRepairSearch
{
    /// <summary>The changes, at most one per exponent; empty when none is known.</summary>
    public static IReadOnlyList<SignalRepair> Find(SignalProperty property, SignalChain chain, SignalFailure failure)
    {
        var repairs = new List<SignalRepair>();
        SignalFailure? open = failure;
        for (var rounds = 3 * chain.Layers.Count; open is not null; rounds--)
        {
            if (rounds == 0 || Suggest(property, open) is not { } repair)
            {
                return [];
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
            SignalProperty.Faithful => Init(at, at.AtInit, at.Input),
            SignalProperty.Stable => at.Own > Growth.Constant ? Rate(at, by: at.Own) : Init(at, by: at.Passed, at.Input),
            SignalProperty.Nontrivial => at.Passed > Growth.Constant ? Init(at, by: at.Passed, at.Input) : Rate(at, by: at.Own),
            SignalProperty.UsefulUpdate => Rate(at, by: at.Own + at.Gradient + Rational.One),
            SignalProperty.Maximal => at.Own.IsNothing ? null : Rate(at, by: failure.Excess),
            _ => null,
        };
    }

    /// <summary>Another init; a layer that starts at zero gets one that keeps the signal's size.</summary>
    private static SignalRepair? Init(SignalReading at, Growth by, Growth input)
    {
        var exponents = at.Layer.Exponents;
        if (exponents.B is { } b)
        {
            return by.Exponent is { } excess ? new SignalRepair(at.Layer.Name, "b", b, b + excess) : null;
        }

        var sum = at.Layer.Kind.FanInIsWidth() ? Rational.Half : Rational.Zero;
        return input.Exponent is { } size ? new SignalRepair(at.Layer.Name, "b", null, size + sum - exponents.A) : null;
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
