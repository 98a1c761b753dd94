using System.CommandLine;
using Parameterize.Printing;

namespace Parameterize.Tool.Loading;

/// <summary>The PATH that commands take: a built assembly, or a project that is built first.</summary>
internal sealed class UserPath
{
    private readonly Argument<string> _path =
        new("PATH") { Description = "A built assembly (.dll) or a project (.csproj, or its folder), which is built first." };
    private readonly Option<string> _configuration =
        new("--configuration", "-c") { Description = "How a project is built.", DefaultValueFactory = _ => "Release" };
    private readonly Option<string?> _framework =
        new("--framework", "-f") { Description = "The target framework, for a project with several." };

    public void AddTo(Command command)
    {
        command.Add(_path);
        command.Add(_configuration);
        command.Add(_framework);
    }

    /// <summary>The assembly, and the project if there is one.</summary>
    /// <exception cref="UserException">There is none, or the project does not build.</exception>
    public (string Assembly, BuiltProject? Project) Resolve(ParseResult parsed, Printer printer) =>
        Resolve(parsed.GetValue(_path)!, parsed.GetValue(_configuration)!, parsed.GetValue(_framework), printer);

    /// <summary>The assembly that a path names, and the project if there is one.</summary>
    /// <exception cref="UserException">There is none, or the project does not build.</exception>
    public static (string Assembly, BuiltProject? Project) Resolve(string path, string configuration, string? framework, Printer printer)
    {
        var full = Full(path, "a built .dll, a .csproj or the folder of one");
        switch (Path.GetExtension(full).ToUpperInvariant())
        {
            case ".DLL" or ".EXE":
                return (full, null);
            case ".CSPROJ":
                printer.Mention($"Building {Path.GetFileName(full)} ...");
                var built = BuiltProject.Build(full, configuration, framework);
                return (built.Assembly, built);
            default:
                throw new UserException($"'{path}' is neither a .dll nor a .csproj.");
        }
    }

    /// <summary>The project that a path names.</summary>
    /// <exception cref="UserException">It names none.</exception>
    public static string ProjectAt(string path)
    {
        var full = Full(path, "a .csproj or the folder of one");
        return full.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) ? full : throw new UserException($"'{path}' is not a .csproj.");
    }

    private static string Full(string path, string wanted)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            full = OnlyProject(full);
        }

        return File.Exists(full) ? full : throw new UserException($"'{path}' does not exist; give {wanted}.");
    }

    private static string OnlyProject(string folder)
    {
        var projects = Directory.GetFiles(folder, "*.csproj");
        return projects.Length == 1 ? projects[0] : throw new UserException(
            projects.Length == 0 ? $"The folder {folder} holds no .csproj; give a .csproj or a built .dll."
            : $"The folder {folder} holds {projects.Length} projects: {string.Join(", ", projects.Select(Path.GetFileName))}. Say which.");
    }
}
