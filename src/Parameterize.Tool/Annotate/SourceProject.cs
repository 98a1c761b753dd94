using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Annotate;

/// <summary>A project's sources, as its own build hands them to the compiler; it need not compile.</summary>
internal static class SourceProject
{
    private static readonly string[] Targets = ["GenerateGlobalUsings", "ResolveReferences", "FindReferenceAssembliesForReferences"];
    private static readonly string[] Properties =
        ["AssemblyName", "LangVersion", "DefineConstants", "Nullable", "AllowUnsafeBlocks", "TargetFramework", "TargetFrameworks"];

    /// <summary>Reads a project.</summary>
    /// <exception cref="UserException">It cannot be read or restored, or lacks the package.</exception>
    public static CSharpCompilation Read(string project, string configuration, string? framework, CancellationToken cancellation)
    {
        using var json = Query(project, configuration, framework);
        var properties = json.RootElement.GetProperty("Properties");
        if (framework is null && Property("TargetFramework").Length == 0 && Property("TargetFrameworks") is { Length: > 0 } several)
        {
            throw new UserException(
                $"{project} has several target frameworks ({several}): say which, as --framework {several.Split(';')[0]}.");
        }

        var version = LanguageVersionFacts.TryParse(Property("LangVersion"), out var known) && known != LanguageVersion.Default
            ? known
            : LanguageVersion.Preview;
        var options = new CSharpParseOptions(version, DocumentationMode.Parse, preprocessorSymbols: Property("DefineConstants")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var compilation = CSharpCompilation.Create(
            Property("AssemblyName"),
            Items("Compile").Select(path => Parse(path, options, cancellation)),
            Items("ReferencePathWithRefAssemblies").Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: Property("Nullable") == "enable" ? NullableContextOptions.Enable : NullableContextOptions.Disable,
                allowUnsafe: Property("AllowUnsafeBlocks") == "true"));
        return compilation.GetTypeByMetadataName("Parameterize.ParameterizeAttribute") is not null ? compilation : throw new UserException(
            $"{project} does not reference the package Parameterize: `dotnet add \"{project}\" package Parameterize`, then annotate.");

        string Property(string name) => properties.GetProperty(name).GetString() ?? "";

        IEnumerable<string> Items(string name) => json.RootElement.GetProperty("Items").GetProperty(name).EnumerateArray()
            .Select(item => item.GetProperty("FullPath").GetString()!)
            .Where(File.Exists);
    }

    private static JsonDocument Query(string project, string configuration, string? framework)
    {
        string[] chosen = framework is null ? [] : [$"-p:TargetFramework={framework}"];
        string[] asked =
            ["-getItem:Compile", "-getItem:ReferencePathWithRefAssemblies", .. Properties.Select(name => $"-getProperty:{name}")];
        var (code, output, error) = DotnetCommand.Run(
            ["msbuild", project, "-restore", "-nologo", $"-p:Configuration={configuration}", .. chosen, $"-t:{string.Join(';', Targets)}",
                .. asked]);
        return code == 0
            ? JsonDocument.Parse(output[Math.Max(0, output.IndexOf('{', StringComparison.Ordinal))..])
            : throw new UserException(
            $"{project} cannot be read as a project, or what it references does not build:\n  {(output + error).Trim()}");
    }

    private static SyntaxTree Parse(string path, CSharpParseOptions options, CancellationToken cancellation)
    {
        using var file = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(file), options, path, cancellation);
    }
}
