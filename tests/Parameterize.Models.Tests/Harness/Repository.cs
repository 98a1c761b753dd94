using System.Reflection;

namespace Parameterize.Models.Tests.Harness;

/// <summary>Where the sources of the models are, and where the table of their changes goes.</summary>
internal static class Repository
{
    public static string Models { get; } = Path.Combine(Root, "tests", "Parameterize.Models.Tests");

    public static string Artifacts => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "models")).FullName;

    private static string Root =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
}
