using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Generators.Reading.Evaluation;
using Parameterize.Generators.Validation;

namespace Parameterize.Generators.Reading;

/// <summary>What a reading of an annotated class gave: its model, unless something is wrong, and what was found.</summary>
internal sealed record ModelReading(ModelSpec? Model, IReadOnlyList<Finding> Findings)
{
    /// <summary>What each member of the class holds after construction, by name.</summary>
    public IReadOnlyDictionary<string, Value> Members { get; init; } = new Dictionary<string, Value>();
}

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

    /// <summary>Reads the class. A fault of this assembly is a finding too, so that it ends the reading of no other class.</summary>
    public static ModelReading Read(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var context = new ReadingContext(type, attribute, compilation, cancellation);
        try
        {
            return Read(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.Report(ReadingFault.Of(context, exception));
            return new ModelReading(null, context.Findings);
        }
    }

    private static ModelReading Read(ReadingContext context)
    {
        var type = context.Type;
        if (type.Name.Length == 0)
        {
            // Somebody is typing it.
            return new ModelReading(null, context.Findings);
        }

        ReadingFault.ThrowIfPlanted(context);
        ClassReader.Check(context);
        var parameters = AnnotatedParameters.Of(context);
        var optionsReader = new OptionsReader(context);
        var options = optionsReader.Read(parameters.Richness, parameters.Gamma);
        if (parameters.Growing.All(number => number.Axis != GrowthAxis.Width) && !parameters.HasMistypedWidth && !options.Baseline)
        {
            context.Report(Descriptors.NoWidth, context.ClassLocation, type.Name);
        }

        var growing = WidthReader.Read(context, parameters.Growing, optionsReader);
        var widths = growing.Where(number => number.Axis == GrowthAxis.Width).Select(width => width.Symbol).ToArray();
        var (members, parts, computed, built, unfollowed) = BuiltClass.Read(context, parameters, growing);
        var fanReader = new FanReader(context, widths);
        var nestedReader = new NestedReader(context, options, widths);
        var inits = new InitReader(context, options.Baseline);
        inits.Check(unfollowed);
        var builder = new LayerBuilder(
            options,
            widths.Length == 0 ? Scaling.Algebra.Factor.One : Scaling.Algebra.Factor.Of(widths[0]),
            new Branches(growing.Any(number => number.Axis == GrowthAxis.Depth), parts.Select(part => part.Member).ToArray()),
            TiedReader.Read(context, members),
            inits,
            name => members.FirstOrDefault(member => member.Symbol.Name == name));
        var layers = new List<LayerSpec>();
        foreach (var (member, value) in parts)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (Layer(member, value) is { } layer)
            {
                layers.Add(layer);
            }
        }

        ExponentProof.Check(context, options, members, layers, computed);
        var (grouped, rules) = Groups.Assign(Completed(layers, options, computed));
        var model = new ModelSpec(
            TypeNames.HintName(type),
            TypeNames.Namespace(type),
            type.SelfAndContainers().Skip(1).Reverse().Select(TypeNames.Header).ToEquatableArray(),
            type.Name,
            TypeNames.Header(type),
            options,
            WidthReader.WithWitnesses([.. growing, .. computed.Where(IsMeasured)], parts).ToEquatableArray(),
            parameters.Richness?.Name,
            parameters.Gamma?.Name,
            grouped.ToEquatableArray(),
            rules.ToEquatableArray())
        {
            Type = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Computed = computed.Ratios().ToEquatableArray(),
        };
        NameReader.Check(context, model);
        return new ModelReading(context.Findings.Any(finding => finding.IsError) ? null : model, context.Findings) { Members = built };

        // A model inside has a ratio of its own, off its own tensors.
        bool IsMeasured(WidthSpec size) => layers.Any(layer => layer.Tensors
            .Select(tensor => tensor.Scaling.Declaration)
            .SelectMany(tensor => new[] { tensor.Ratios.FanIn, tensor.Ratios.FanOut, tensor.DrawFanIn, layer.HeadRatio })
            .Any(ratio => ratio?.ExponentOf(size.Symbol).IsZero == false));

        LayerSpec? Layer(LayerMember member, Value? value)
        {
            if (member.Form == LayerForm.Nested)
            {
                return nestedReader.Read(member, value);
            }

            var constants = ConstantsReader.Read(member, context);
            var fans = widths.Length == 0 ? LayerFans.Finite with { Kind = member.Declared ?? ParameterKind.Finite } : fanReader.Read(member, value);
            var calls = FanReader.CallsOf(member, value);
            AttentionReader.Check(context, member, calls);
            return fans is null ? null : builder.Build(member, fans, value, constants, ExponentsReader.Read(member, context));
        }
    }

    /// <summary>What is known of a tensor only with all others: Adam's epsilon where [Exponents] set the gradient's size.</summary>
    private static IReadOnlyList<LayerSpec> Completed(
        IReadOnlyList<LayerSpec> layers, Scaling.Rules.ScalingOptions options, IReadOnlyList<WidthSpec> computed)
    {
        var all = layers.SelectMany(layer => layer.Tensors).Select(tensor => tensor.Scaling).ToArray();
        var completed = new Queue<Scaling.Rules.TensorScaling>(Scaling.Signals.ModelTensors.Completed(all, options, computed.Ratios()));
        return layers.Select(layer => layer with
        {
            Tensors = layer.Tensors.Select(tensor => tensor with { Scaling = completed.Dequeue() }).ToEquatableArray(),
        }).ToArray();
    }
}
