using System.Globalization;

namespace Parameterize.TestKit;

/// <summary>
/// Sets the current culture and restores it on disposal. fi-FI prints U+2212 as the minus sign and a decimal comma, tr-TR upper-cases
/// <c>i</c> to a dotted capital: between them they break nearly all text that was formatted without a culture.
/// </summary>
public sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    /// <summary>The cultures that generated text is checked under.</summary>
    public static ImmutableArray<string> Hostile { get; } = ["fi-FI", "tr-TR"];

    /// <summary>Enters <paramref name="name"/> for both formatting and resources.</summary>
    public CultureScope(string name)
    {
        // Machines may override the operating system's user culture; a check must see the plain one.
        var culture = new CultureInfo(name, useUserOverride: false);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _uiCulture;
    }
}
