using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.Generators.Tests;

/// <summary>The guide on extending: the files that it names are there, and one of its changes is made as it says.</summary>
public sealed partial class ExtendingTests
{
    private const string ImplicitUsings =
        "global using System;\nglobal using System.Collections.Generic;\nglobal using System.IO;\nglobal using System.Linq;\n"
        + "global using System.Threading;\nglobal using System.Threading.Tasks;";

    private static string Generators => Path.Combine(Repository.Root, "generators", "Parameterize.Generators");

    [Fact]
    public void The_files_that_it_names_are_there()
    {
        var all = Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file =>
                !file.StartsWith('.') && !file.Contains("/obj/", StringComparison.Ordinal)
                    && !file.Contains("/bin/", StringComparison.Ordinal))
            .ToArray();
        var named = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "guides", "extending.md")))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToArray();

        Assert.True(named.Length > 30, $"Only {named.Length} files are named.");
        Assert.All(named, name => Assert.Contains(all, file => file == name || file.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    /// <summary>
    /// "A module" is a row. The generator that lacks one refuses a class with such a module, and that line is all the difference.
    /// </summary>
    [Fact]
    public void A_module_is_one_row()
    {
        var files = Directory.EnumerateFiles(Generators, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Generators, file).StartsWith("obj", StringComparison.Ordinal))
            .Concat(new[] { "Scaling", "Tables", "Options" }.SelectMany(room => Directory.EnumerateFiles(
                Path.Combine(Repository.Root, "src", "Parameterize", room), "*.cs", SearchOption.AllDirectories)))
            .ToDictionary(file => file, File.ReadAllText);
        var catalogue = Path.Combine(Generators, "Catalogues", "LayerCatalogue.cs");
        var rows = files[catalogue].Split('\n');
        var without = rows.Where(line => !line.TrimStart().StartsWith("new(\"PReLU\"", StringComparison.Ordinal)).ToArray();
        Assert.Equal(rows.Length - 1, without.Length);

        files[catalogue] = string.Join('\n', without);
        Assert.Contains("PReLU.g.cs", Parts(new ParameterizeGenerator()));
        Assert.DoesNotContain("PReLU.g.cs", Parts(Compile(files.Values)));
    }

    private static string[] Parts(IIncrementalGenerator generator)
    {
        const string Model = """
            using Parameterize;
            using static TorchSharp.torch;
            using static TorchSharp.torch.nn;

            [Parameterize(BaseWidth = 64)]
            public sealed partial class PReLU : Module<Tensor, Tensor>
            {
                private readonly TorchSharp.Modules.Linear _in;
                private readonly TorchSharp.Modules.PReLU _act;

                public PReLU([Width] long width) : base(nameof(PReLU))
                {
                    _in = Linear(8, width);
                    _act = nn.PReLU(width);
                    InitializeParameters();
                }

                public override Tensor forward(Tensor x) => Act(In(x));
            }
            """;
        var setup = Subjects.Generator.Setup;
        var compilation = CSharpCompilation.Create(
            "Exercise", [CSharpSyntaxTree.ParseText(Model)], setup.References, new(OutputKind.DynamicallyLinkedLibrary));
        var result = CSharpGeneratorDriver.Create(generator).RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return [.. result.GeneratedSources.Select(source => source.HintName)];
    }

    private static IIncrementalGenerator Compile(IEnumerable<string> files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("Parameterize", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            "Parameterize.Generators.Extended",
            files.Append(ImplicitUsings).Select(text => CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Preview))),
            references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(5)));
        image.Position = 0;
        var type = new AssemblyLoadContext("Extended").LoadFromStream(image)
            .GetType(typeof(ParameterizeGenerator).FullName!, throwOnError: true)!;
        return (IIncrementalGenerator)Activator.CreateInstance(type)!;
    }

    [GeneratedRegex(@"`(\w[\w./]*\.(cs|md|txt|props|sln|targets|csproj))`")]
    private static partial Regex Named();
}
