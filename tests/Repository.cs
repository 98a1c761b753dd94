namespace Parameterize.TestKit;

/// <summary>
/// The folder of this repository, for tests that read its own texts. It is looked for above the running assembly: the path of a source
/// that a compiler hands out is <c>/_/…</c> in a deterministic build, which is what a build server makes.
/// </summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Parameterize.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Parameterize.sln above {AppContext.BaseDirectory}.");
    }
}
