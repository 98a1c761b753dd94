using System.Globalization;

namespace Parameterize.TestKit;

/// <summary>Runs something under another culture: fi-FI prints another minus and a decimal comma, tr-TR another i.</summary>
internal static class UnderCulture
{
    public static T Run<T>(string name, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
