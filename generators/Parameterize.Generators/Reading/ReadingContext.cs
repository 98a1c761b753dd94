using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Reading;

/// <summary>One reading of one annotated class: what is being read, and what was found wrong on the way.</summary>
internal sealed class ReadingContext(
    INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
{
    private readonly List<Finding> _findings = [];

    public INamedTypeSymbol Type => type;

    public AttributeData Attribute => attribute;

    public Compilation Compilation => compilation;

    public CancellationToken Cancellation => cancellation;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The class's name, in the part that carries the attribute.</summary>
    public Location ClassLocation
    {
        get
        {
            var syntax = attribute.ApplicationSyntaxReference?.Node(cancellation);
            return syntax?.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation() ?? type.Locations[0];
        }
    }

    /// <summary>Another reading of the class, in which nothing is found yet.</summary>
    public ReadingContext Anew() => new(type, attribute, compilation, cancellation);

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        Report(new Finding(descriptor, location, arguments));

    /// <summary>Of the places of one list, each may find the same.</summary>
    public void Report(Finding finding)
    {
        if (!_findings.Any(found =>
            found.Descriptor == finding.Descriptor && found.Location == finding.Location
                && found.Arguments.SequenceEqual(finding.Arguments)))
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Where an attribute's named argument stands; the attribute itself if it is not written out.</summary>
    public Location ArgumentLocation(AttributeData data, string name)
    {
        if (data.ApplicationSyntaxReference?.Node(cancellation) is not AttributeSyntax syntax)
        {
            return ClassLocation;
        }

        foreach (var argument in syntax.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name)
            {
                return argument.Expression.GetLocation();
            }
        }

        return syntax.GetLocation();
    }
}
