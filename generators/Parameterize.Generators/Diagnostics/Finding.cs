using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Diagnostics;

/// <summary>One thing that is wrong, found while reading a class. The analyzer reports it; the generator, on an error, writes nothing.</summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, Location Location, params object[] Arguments)
{
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The attribute that would be right, for the code fix; null where there is not one.</summary>
    public string? Kind { get; init; }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor,
        Location,
        Kind is null ? null : ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Kind, Kind),
        Arguments);
}
