using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Diagnostics;

/// <summary>
/// One thing that is wrong, found while reading a class. The analyzer reports it; the generator, on an error, writes nothing.
/// </summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, Location Location, params object[] Arguments)
{
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>A second place, the member that is meant; null where the location is it.</summary>
    public Location? Also { get; init; }

    /// <summary>The attribute that would be right, for the code fix; null where there is not one.</summary>
    public string? Kind { get; init; }

    /// <summary>The exponents that would be right, for the code fix; null where they are not the member's own.</summary>
    public string? Repair { get; init; }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Also is null ? null : [Also], Properties(), Arguments);

    private ImmutableDictionary<string, string?>? Properties()
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        properties = Kind is null ? properties : properties.Add(DiagnosticProperties.Kind, Kind);
        properties = Repair is null ? properties : properties.Add(DiagnosticProperties.Repair, Repair);
        return properties.IsEmpty ? null : properties;
    }
}
