extern alias package;

using System.Globalization;
using Package = package::Parameterize;

namespace Parameterize.Generators.Tests;

/// <summary>The network of the guide by rule, and by explicit exponents that are the rule's.</summary>
internal static class ExponentModels
{
    public static TheoryData<string, int> All
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var gauge in CompiledModels.Gauges)
            {
                all.Add(gauge, 0);
                all.Add(gauge, 1);
            }

            return all;
        }
    }

    public static IEnumerable<string> Sources => All.Select(row => ((string)row[0], (int)row[1])).SelectMany(row =>
    {
        var options = $"Gauge = Gauge.{row.Item1}, Richness = {row.Item2} / 2.0, BaseWidth = 6";
        return new[]
        {
            Tests.Sources.MlpCalled(ByRule(row.Item1, row.Item2), options),
            Explicit(Tests.Sources.MlpCalled(ByExponents(row.Item1, row.Item2), options), row.Item1, row.Item2),
        };
    });

    public static string ByRule(string gauge, int twiceRichness) =>
        string.Create(CultureInfo.InvariantCulture, $"Rule{gauge}{twiceRichness}");

    public static string ByExponents(string gauge, int twiceRichness) =>
        string.Create(CultureInfo.InvariantCulture, $"Own{gauge}{twiceRichness}");

    private static string Explicit(string source, string gauge, int twiceRichness)
    {
        foreach (var kind in new[] { Package.ParameterKind.Input, Package.ParameterKind.Hidden, Package.ParameterKind.Output })
        {
            var (sgd, adam) = (Rule(Package.OptimizerFamily.SgdLike), Rule(Package.OptimizerFamily.AdamLike));
            var spectral = kind == Package.ParameterKind.Hidden
                ? $", CSpectral = {Number(Rule(Package.OptimizerFamily.Spectral).C!.Value)}"
                : "";
            source = source.Replace(
                $"[{kind}]",
                $"[{kind}, Exponents({Number(sgd.A)}, {Number(sgd.B!.Value)}, CSgd = {Number(sgd.C!.Value)}, CAdam "
                    + $"= {Number(adam.C!.Value)}{spectral})]",
                StringComparison.Ordinal);

            Package.Scaling.Rules.Exponents Rule(Package.OptimizerFamily family) => Package.Scaling.Rules.Exponents.FromRules(
                kind, new Package.Scaling.Algebra.Rational(twiceRichness, 2), Enum.Parse<Package.Gauge>(gauge), family);
        }

        return source;
    }

    private static string Number(Package.Scaling.Algebra.Rational value) => value.ToDouble().ToString("R", CultureInfo.InvariantCulture);
}
