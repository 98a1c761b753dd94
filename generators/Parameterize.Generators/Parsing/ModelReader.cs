using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Generators.Validation;

namespace Parameterize.Generators.Parsing;

/// <summary>What a reading of an annotated class gave: its model, unless something is wrong, and what was found.</summary>
internal sealed record ModelReading(ModelSpec? Model, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads an annotated class. Generator and analyzer both call this, the one for the model and the other for the findings, so they
/// cannot disagree on what is right.
/// </summary>
internal static class ModelReader
{
    /// <summary>
    /// Whether this part of the class is the one to generate from: a file just copied declares it, attribute and all, a second time.
    /// </summary>
    public static bool IsFirstDeclaration(INamedTypeSymbol type, SyntaxNode declaration) =>
        type.Attribute(WellKnownNames.ParameterizeAttribute)?.ApplicationSyntaxReference is { } attribute
        && attribute.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(attribute.Span);

    public static ModelReading Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var context = new ReadingContext(type, attribute, compilation, cancellation);
        ClassReader.Check(context);
        var parameters = AnnotatedParameters.Of(context);
        var optionsReader = new OptionsReader(context);
        var options = optionsReader.Read(parameters.Richness, parameters.Gamma);
        if (parameters.Widths.Count == 0 && !parameters.HasMistypedWidth && !options.Baseline)
        {
            context.Report(Descriptors.NoWidth, context.ClassLocation, type.Name);
        }

        var members = MemberReader.Read(context);
        var widths = WidthReader.Read(context, parameters.Widths, optionsReader);
        var built = new Evaluator(WidthReader.Numbers(context, parameters.Widths, widths), compilation, cancellation).Members(type);
        var fanReader = new FanReader(context, widths.Select(width => width.Symbol).ToArray());
        var builder = new LayerBuilder(options, widths.Count == 0 ? Scaling.Factor.One : Scaling.Factor.Of(widths[0].Symbol));
        var layers = new List<LayerSpec>();
        foreach (var member in members)
        {
            cancellation.ThrowIfCancellationRequested();
            var own = built.TryGetValue(member.Symbol.Name, out var value) ? value.Calls : [];
            var constants = ConstantsReader.Read(member, context);
            var fans = widths.Count == 0
                ? new LayerFans(member.Declared ?? ParameterKind.Finite, Scaling.Factor.One, Scaling.Factor.One)
                : fanReader.Read(member, own);
            if (fans is not null)
            {
                layers.Add(builder.Build(member, fans, own, constants, ExponentsReader.Read(member, context)));
            }
        }

        ExponentProof.Check(context, options, members, layers);
        var (grouped, rules) = Groups.Assign(Completed(layers, options));
        var model = new ModelSpec(
            TypeNames.HintName(type),
            TypeNames.Namespace(type),
            type.SelfAndContainers().Skip(1).Reverse().Select(TypeNames.Header).ToEquatableArray(),
            type.Name,
            TypeNames.Header(type),
            options,
            WidthReader.WithWitnesses(widths, members, built).ToEquatableArray(),
            parameters.Richness?.Name,
            parameters.Gamma?.Name,
            grouped.ToEquatableArray(),
            rules.ToEquatableArray());
        NameReader.Check(context, model);
        return new ModelReading(context.Findings.Any(finding => finding.IsError) ? null : model, context.Findings);
    }

    /// <summary>What is known of a tensor only with all others: Adam's epsilon where [Exponents] set the gradient's size.</summary>
    private static IReadOnlyList<LayerSpec> Completed(IReadOnlyList<LayerSpec> layers, Scaling.ScalingOptions options)
    {
        var all = layers.SelectMany(layer => layer.Tensors).Select(tensor => tensor.Scaling).ToArray();
        var completed = Scaling.ModelTensors.Completed(all, options).ToDictionary(tensor => tensor.Name);
        return layers.Select(layer => layer with
        {
            Tensors = layer.Tensors.Select(tensor => tensor with { Scaling = completed[tensor.Scaling.Name] }).ToEquatableArray(),
        }).ToArray();
    }
}
