using System.Globalization;

namespace Parameterize.TestKit.Setup;

/// <summary>A number that whoever runs the tests gives in an environment variable, such as the seed of random ones.</summary>
public static class GivenNumber
{
    /// <summary>The number; null where the variable is not set.</summary>
    /// <exception cref="FormatException">It is set to something else.</exception>
    public static int? Of(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : null;
}
