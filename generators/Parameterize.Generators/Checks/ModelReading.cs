using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Generators.Reading;

namespace Parameterize.Generators.Checks;

/// <summary>
/// An annotated class, read and checked. Generator and analyzer both ask for this, the one for the model and the other for the findings,
/// so they cannot disagree on what is right.
/// </summary>
/// <param name="Model">Its model; null where something is wrong with it.</param>
/// <param name="Findings">What was found.</param>
internal sealed record ModelReading(ModelSpec? Model, IReadOnlyList<Finding> Findings)
{
    /// <summary>What each member of the class holds after construction, by name.</summary>
    public IReadOnlyDictionary<string, Value> Members { get; init; } = new Dictionary<string, Value>();

    /// <summary>
    /// Whether this part of the class is the one to generate from: a file just copied declares it, attribute and all, a second time.
    /// </summary>
    public static bool IsFirstDeclaration(INamedTypeSymbol type, SyntaxNode declaration) =>
        type.Attribute(WellKnownNames.ParameterizeAttribute)?.ApplicationSyntaxReference is { } attribute
        && attribute.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(attribute.Span);

    /// <summary>Reads the class. A fault of this assembly is a finding too, so that it ends the reading of no other class.</summary>
    public static ModelReading Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var context = new ReadingContext(type, attribute, compilation, cancellation);
        try
        {
            // Without a name, somebody is typing it.
            return type.Name.Length == 0 ? new ModelReading(null, []) : Read(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.Report(ReadingFault.Of(context, exception));
            return new ModelReading(null, context.Findings);
        }
    }

    private static ModelReading Read(ReadingContext context)
    {
        ClassCheck.Check(context);
        var reading = ModelReader.Read(context);
        RoleCheck.Check(context, reading.Parameters);
        WidthCheck.Check(context, reading);
        TieCheck.Check(context, reading.Built, reading.Model.Options);
        AttentionCheck.Check(context, reading.Built);
        ExponentProof.Check(context, reading);
        NameCheck.Check(context, reading.Model);
        var isWrong = context.Findings.Any(finding => finding.IsError);
        return new ModelReading(isWrong ? null : reading.Model, context.Findings) { Members = reading.Built.All };
    }
}
