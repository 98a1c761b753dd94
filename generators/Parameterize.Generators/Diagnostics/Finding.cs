using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Diagnostics;

/// <summary>One thing that is wrong, found while reading a class. The analyzer reports it; the generator, on an error, writes nothing.</summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, Location Location, params object[] Arguments)
{
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Arguments);
}
