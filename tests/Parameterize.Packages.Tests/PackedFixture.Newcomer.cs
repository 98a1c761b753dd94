using System.Xml.Linq;

namespace Parameterize.Packages.Tests;

/// <content>What somebody new begins with: an empty folder, and what README and guides say to type there.</content>
public sealed partial class PackedFixture
{
    private const string Tool = "Parameterize.Tool";

    /// <summary>Installs the command line from the feed, and returns what <c>dotnet</c> is to be given to run it.</summary>
    public string InstallTool()
    {
        var folder = Path.Combine(_root, "tools");
        if (!Directory.Exists(folder))
        {
            Dotnet.Succeed(_root, "tool", "install", Tool, "--tool-path", folder, "--version", BuildFacts.PackageVersion);
        }

        return Directory.GetFiles(folder, $"{Tool}.dll", SearchOption.AllDirectories).Single();
    }

    /// <summary>A console project made by the SDK, with the packages that the README adds.</summary>
    /// <returns>Its folder, by whose name it is called.</returns>
    public string NewProject(string path)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, path)).FullName;
        Dotnet.Succeed(folder, "new", "console", "--no-restore");
        var file = Directory.GetFiles(folder, "*.csproj").Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("</Project>", $"{OlderLinuxImport}\n</Project>", StringComparison.Ordinal));
        CopyOlderLinux(path);
        var commands = Shown("README.md", "dotnet add package");
        foreach (var command in commands.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Dotnet.Succeed(folder, command.Split(' ')[1..]);
        }

        return folder;
    }

    /// <summary>A test project beside it, with xunit and the package for tests.</summary>
    public string NewTests(string path)
    {
        Directory.CreateDirectory(Path.Combine(_root, path));
        var versions = XDocument.Load(Path.Combine(BuildFacts.RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(one => one.Attribute("Include")!.Value, one => one.Attribute("Version")!.Value);
        string[] frameworks = ["Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio"];
        WriteProject($"{path}/Tests.csproj", $"""
            {Package("Parameterize")}
            {Package("Parameterize.Testing")}
            {TorchSharp}
            {string.Concat(frameworks.Select(name => Package(name, versions[name])))}
            """, output: "Library");
        return Path.Combine(_root, path);
    }

    /// <summary>The first block of a page with a text in it.</summary>
    internal static FencedBlock Shown(string page, string text) =>
        FencedBlock.Of(page).First(block => block.Text.Contains(text, StringComparison.Ordinal));

    private static string OlderLinuxImport => Shown("docs/guides/torchsharp.md", "<Import ").Text;
}
