using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parameterize.Tool.Loading;

/// <summary>A project that has been built.</summary>
/// <param name="Project">The .csproj.</param>
/// <param name="Assembly">What it was built to.</param>
/// <param name="Options">How, as options of <c>dotnet build</c>.</param>
/// <param name="Generated">Where its build leaves the generated files; null if it does not keep them.</param>
internal sealed partial record BuiltProject(string Project, string Assembly, IReadOnlyList<string> Options, string? Generated)
{
    private const int ErrorsShown = 20;

    /// <summary>Builds a project.</summary>
    /// <exception cref="UserException">It does not build; the message has the compiler's errors.</exception>
    public static BuiltProject Build(string project, string configuration, string? framework)
    {
        string[] options = ["--configuration", configuration, .. framework is null ? Array.Empty<string>() : ["--framework", framework]];
        var properties = Properties(project, configuration, framework);
        if (properties["TargetPath"] is not { Length: > 0 } target || (framework is null && properties["TargetFramework"] is null or ""))
        {
            throw new UserException(properties["TargetFrameworks"] is { Length: > 0 } several
                ? $"{project} has several target frameworks ({several}): say which, as --framework {several.Split(';')[0]}."
                : $"{project} is not a project that builds an assembly: it has no TargetPath.");
        }

        Run(project, [.. options]);
        var keeps = string.Equals(properties["EmitCompilerGeneratedFiles"], "true", StringComparison.OrdinalIgnoreCase);
        return new BuiltProject(
            project, target, options, keeps
                ? Path.Combine(Path.GetDirectoryName(project)!, properties["CompilerGeneratedFilesOutputPath"] ?? "")
                : null);
    }

    /// <summary>Compiles once more, to have the generated files where they can be read.</summary>
    public void EmitGenerated(string folder) => Run(
        Project,
        [.. Options, "--no-restore", "--no-incremental", "-p:BuildProjectReferences=false", "-p:EmitCompilerGeneratedFiles=true",
            $"-p:CompilerGeneratedFilesOutputPath={folder}"]);

    private static void Run(string project, IReadOnlyList<string> options)
    {
        var (code, output, error) =
            DotnetCommand.Run(["build", project, .. options, "--nologo", "--verbosity", "quiet", "-consoleLoggerParameters:NoSummary"]);
        if (code == 0)
        {
            return;
        }

        string[] lines =
            [.. (output + error).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        string[] errors = [.. lines.Where(line => ErrorLine().IsMatch(line))];
        if (errors.Length == 0)
        {
            errors = lines;
        }

        var more = errors.Length > ErrorsShown ? $"\n  and {errors.Length - ErrorsShown} more" : "";
        throw new UserException($"{project} does not build:\n  {string.Join("\n  ", errors.Take(ErrorsShown))}{more}");
    }

    private static Dictionary<string, string?> Properties(string project, string configuration, string? framework)
    {
        string[] names =
            ["TargetPath", "TargetFramework", "TargetFrameworks", "EmitCompilerGeneratedFiles", "CompilerGeneratedFilesOutputPath"];
        string[] chosen = framework is null ? [] : [$"-p:TargetFramework={framework}"];
        var (code, output, error) = DotnetCommand.Run(
            ["msbuild", project, "-nologo", $"-p:Configuration={configuration}", .. chosen,
                .. names.Select(name => $"-getProperty:{name}")]);
        if (code != 0)
        {
            throw new UserException($"{project} cannot be read as a project:\n  {(output + error).Trim()}");
        }

        using var json = JsonDocument.Parse(output);
        var read = json.RootElement.GetProperty("Properties");
        return names.ToDictionary(name => name, name => read.GetProperty(name).GetString());
    }

    [GeneratedRegex(@"\berror\b( [A-Z]+\d+)?\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine();
}
