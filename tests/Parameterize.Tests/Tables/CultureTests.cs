using System.Globalization;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Tests.Tables;

/// <summary>fi-FI writes another minus and a decimal comma, tr-TR another i.</summary>
public class CultureTests
{
    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Every_text_is_the_same_everywhere(string culture) =>
        Assert.Equal(Texts(CultureInfo.InvariantCulture), Texts(new CultureInfo(culture)));

    private static string[] Texts(CultureInfo culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            var (scaling, resolved) = (Sample.Scaling(new Rational(1, 3)), Sample.Resolved(width: 3.7));
            var propagation = SignalPropagation.Of(SignalChain.OfRules(2, new Rational(-1, 3), Gauge.Multiplier, OptimizerFamily.AdamLike));
            return
            [
                scaling.ToString(), scaling.ToMarkdown(), scaling.ToJson(),
                resolved.ToString(), resolved.ToMarkdown(), resolved.ToJson(),
                new Rational(-1, 2).ToString(), new Exponent(new Rational(-1, 2), -1).ToString(), Factor.Constant(-1.5).ToString(),
                propagation.ToString(), new Exponents(new Rational(-1, 2), null, -1).ToString(),
            ];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
