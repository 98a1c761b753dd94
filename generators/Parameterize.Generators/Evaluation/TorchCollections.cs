using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Evaluation;

/// <summary>TorchSharp's modules that hold others.</summary>
internal static class TorchCollections
{
    private static readonly HashSet<string> Names = ["Sequential", "ModuleList", "ModuleDict", "ParameterList", "ParameterDict"];

    public static bool Is(ITypeSymbol? type) =>
        type is not null && Names.Contains(type.Name) && type.ContainingAssembly?.Name == "TorchSharp";
}
