using Microsoft.CodeAnalysis;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Reads an annotated class. Generator and analyzer both ask for this, the one for the model and the other for the findings, so they
/// cannot disagree on what is right.
/// </summary>
internal static class ModelReader
{
    /// <summary>Reads it as it stands; where that finds an error, with what <see cref="AssumedReading"/> may take to be so.</summary>
    public static ClassReading Read(ReadingContext context)
    {
        ReadingFault.ThrowIfPlanted(context);
        var own = context.Anew();
        var (chosen, findings) = (Read(own, Assumed.Nothing, null), own.Findings);
        if (findings.Any(static finding => finding.IsError))
        {
            (chosen, findings) = AssumedReading.Of(context, chosen)
                ?? (chosen, AssumedReading.Findings(context, chosen, findings));
        }

        foreach (var finding in findings)
        {
            context.Report(finding);
        }

        return chosen;
    }

    /// <summary>What the constructors of the class build with that.</summary>
    internal static BuiltClass Built(ReadingContext context, Assumed assumed)
    {
        var parameters = AnnotatedParameters.Read(context);
        return BuiltClass.Read(context, parameters, WidthReader.Read(context, parameters.Growing, new OptionsReader(context)), assumed);
    }

    /// <param name="context">Where findings go.</param>
    /// <param name="assumed">What is taken to be so.</param>
    /// <param name="shown">What is built whatever is taken to be so, by which widths are told; null for the same.</param>
    internal static ClassReading Read(ReadingContext context, Assumed assumed, BuiltClass? shown)
    {
        var type = context.Type;
        var parameters = AnnotatedParameters.Read(context);
        var optionsReader = new OptionsReader(context);
        var options = optionsReader.Read(parameters.Richness, parameters.Gamma);
        var growing = WidthReader.Read(context, parameters.Growing, optionsReader);
        var widths = growing.Where(number => number.Axis == GrowthAxis.Width).Select(width => width.Symbol).ToArray();
        var built = BuiltClass.Read(context, parameters, growing, assumed);
        var (parts, computed) = (built.Parts, built.Computed);
        var fanReader = new FanReader(context, widths);
        var nestedReader = new NestedReader(context, options, widths);
        var inits = new InitReader(context, options.Baseline);
        inits.Check(built.Unfollowed);
        var redraws = inits.Redraws(built.InsideDraws);
        var builder = new LayerBuilder(
            widths.Length == 0 ? Scaling.Algebra.Factor.One : Scaling.Algebra.Factor.Of(widths[0]),
            new Branches(growing.Any(number => number.Axis == GrowthAxis.Depth), parts.Select(part => part.Member).ToArray()),
            Tie.Shared(built.Members),
            inits,
            name => built.Members.FirstOrDefault(member => member.Symbol.Name == name));
        var drafts = new List<LayerDraft>();
        foreach (var (member, value) in parts)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (Draft(member, value) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        var staged = StageReader.Read(context, drafts);
        var table = ClassTable.Of(staged, options, computed.Ratios());
        foreach (var (draft, tensor) in staged.Where(draft => draft.Member.Declared != ParameterKind.Finite)
            .SelectMany(draft => draft.Tensors.Select(tensor => (draft, tensor))))
        {
            inits.CheckLate(draft.Member, table.RowOf(tensor), tensor.Drawn);
        }

        var layers = staged.Select(table.Whole).ToEquatableArray();
        WidthSpec[] measured = [.. growing, .. computed.Where(IsMeasured)];
        var model = new ModelSpec(
            TypeNames.HintName(type),
            TypeNames.Namespace(type),
            type.SelfAndContainers().Skip(1).Reverse().Select(TypeNames.Header).ToEquatableArray(),
            type.Name,
            TypeNames.Header(type),
            options,
            measured.ToEquatableArray(),
            WidthReader.Witnessed(measured, (shown ?? built).Parts).ToEquatableArray(),
            parameters.Richness?.Name,
            parameters.Gamma?.Name,
            layers,
            table.Rules.ToEquatableArray())
        {
            Type = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Computed = computed.Ratios().ToEquatableArray(),
            Redraws = redraws.ToEquatableArray(),
            HoldsLayersTwice = SharedLayers.AreIn(parts),
            LeavesOptionsOut = assumed.AreOptionsLeftOut,
        };
        return new ClassReading(model, parameters, built);

        // A model inside has a ratio of its own, off its own tensors.
        bool IsMeasured(WidthSpec size) => layers.Any(layer => layer.Tensors
            .Select(tensor => tensor.Scaling.Declaration)
            .SelectMany(tensor => new[] { tensor.Ratios.FanIn, tensor.Ratios.FanOut, tensor.DrawFanIn, layer.HeadRatio })
            .Any(ratio => ratio?.ExponentOf(size.Symbol).IsZero == false));

        LayerDraft? Draft(LayerMember member, Value? value)
        {
            if (member.Form == LayerForm.Nested)
            {
                return nestedReader.Read(member, value) is { } nested ? new LayerDraft(member, IsScaled: false, [], _ => nested) : null;
            }

            var constants = ConstantsReader.Read(member, context);
            var fans = widths.Length == 0
                ? LayerFans.Finite with { Kind = member.Declared ?? ParameterKind.Finite }
                : fanReader.Read(member, value);
            return fans is null ? null : builder.Build(member, fans, value, constants, ExponentsReader.Read(member, fans.Kind, context));
        }
    }
}
