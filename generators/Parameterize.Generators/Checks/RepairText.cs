using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Generators.Checks;

/// <summary>Repairs of one layer on their way to its code fix: <c>b=1/2;CSgd=1</c>.</summary>
internal static class RepairText
{
    /// <param name="repairs">The changes.</param>
    /// <param name="kind">The layer's kind.</param>
    /// <param name="families">The families of which they are.</param>
    public static string Write(IEnumerable<SignalRepair> repairs, ParameterKind kind, IReadOnlyList<OptimizerFamily> families) =>
        string.Join(
            ";",
            repairs.GroupBy(repair => repair.Symbol).Select(changes => changes.Last())
                .SelectMany(repair =>
                    repair.Symbol == "b"
                        ? [$"b={repair.To}"]
                        : families.Select(family => $"{ExponentOf(OptimizerFamilies.RuleOf(kind, family))}={repair.To}").Distinct()));

    public static IReadOnlyList<(string Name, Rational Value)> Read(string text) =>
        text.Split(';').Select(part => part.Split('=')).Select(part => (part[0], Rational.TryParse(part[1])!.Value)).ToArray();

    /// <summary>The argument of [Exponents] for one family's rate.</summary>
    private static string ExponentOf(OptimizerFamily family) => family.Known() switch
    {
        OptimizerFamily.SgdLike => "CSgd",
        OptimizerFamily.AdamLike => "CAdam",
        OptimizerFamily.Spectral => "CSpectral",
    };
}
