using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Generators.Reading;
using TorchSharp;

namespace Parameterize.Generators.Tests;

/// <summary>
/// Every module type of TorchSharp's assembly is in the table of the guide, with what the generator makes of a member of it.
/// </summary>
public sealed class CatalogueTableTests
{
    private const string NoTensors = "no tensors";

    /// <summary>What has tensors and no rows, and why.</summary>
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["ParameterDict"] =
            "refused (PMZ0010): any names, of which no shape is known; declare `Parameter` members, or a `ParameterList` of alike ones",
        ["ScriptModule"] = "refused (PMZ0010): a compiled program, whose tensors no constructor shows; mark it `[Unscaled]`",
    };

    private static string Guide => Path.Combine(Repository.Root, "docs", "guides", "catalogue.md");

    [Fact]
    public void The_guide_has_every_module_and_what_becomes_of_it() => Assert.Equal(Rows(), WrittenBehind("# Modules of TorchSharp"));

    [Fact]
    public void The_guide_has_those_of_TorchVision_too() => Assert.Equal(
        Modules(typeof(torchvision))
            .Select(type =>
                $"| `{type.Name}` | {(UnknownModule.IsOfLibrary(type) ? "refused (PMZ0010) until it is marked `[Unscaled]`" : "no tensors that train")} |"),
        WrittenBehind("## TorchVision"));

    [Fact]
    public void What_is_refused_is_refused_for_a_reason() =>
        Assert.Equal(
            Reasons.Keys.Order(StringComparer.Ordinal),
            Modules(typeof(torch)).Where(type => Of(type) is null).Select(type => type.Name).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> WrittenBehind(string head) => File.ReadAllLines(Guide)
        .SkipWhile(line => line != head)
        .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(line => line.StartsWith('|'));

    private static IEnumerable<string> Rows() =>
        Modules(typeof(torch)).Select(type => $"| `{type.Name}` | {Of(type) ?? Reasons.GetValueOrDefault(type.Name, "")} |").Distinct();

    private static string? Of(INamedTypeSymbol type) =>
        LayerCatalogue.Of(type) is { } shape
            ? (shape.Multiplied == MultiplierPlace.Folded ? "rows: " : "rows and a forward method: ") + Tensors(shape)
            : Held.HasNoTensors(type) ? NoTensors
            : type.Is(WellKnownNames.ModuleList) || type.Is(WellKnownNames.ParameterList)
                ? "rows of its elements, and a forward method that takes the index"
                : LayerMembers.IsOpen(type) ? "rows of what is built into it"
                : null;

    private static string Tensors(LayerShape shape) => string.Join(", ", shape.Tensors.Select(tensor => $"`{tensor.Name}`").Distinct());

    /// <summary>As the compiler sees them, with the names that reflection gives.</summary>
    private static IEnumerable<INamedTypeSymbol> Modules(Type library)
    {
        var compilation = CSharpCompilation.Create("Reads", references: ReferenceAssemblies.FrameworkAnd(typeof(torch), library));
        return library.Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(torch.nn.Module)))
            // the base of Module<T, TResult>, which nobody holds as a member
            .Where(type => !type.Name.StartsWith("Hookable", StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => compilation.GetTypeByMetadataName(type.FullName!)!)
            .Where(type => !type.Is(WellKnownNames.Module));
    }
}
