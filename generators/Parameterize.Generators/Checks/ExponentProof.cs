using Microsoft.CodeAnalysis;
using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Generators.Reading;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Signals;

namespace Parameterize.Generators.Checks;

/// <summary>
/// Proves a class with [Exponents]: propagates its exponents for each family that it is meant for and says what fails first. Classes
/// that follow the rules need no proof; where the dial is set at run time there is none.
/// </summary>
internal static class ExponentProof
{
    public static void Check(ReadingContext context, ClassReading reading)
    {
        var (options, layers) = (reading.Model.Options, reading.Model.Layers);
        var tensors = layers.SelectMany(layer => layer.Tensors).Select(tensor => tensor.Scaling).ToArray();
        if (options.Baseline || options.Richness is null || tensors.All(tensor => tensor.Own is null)
            || context.Findings.Any(finding => finding.IsError))
        {
            return;
        }

        var scaling = new ModelScaling(
            context.Type.Name, "n", options, tensors.Select(tensor => tensor.Declaration).ToArray()).WithComputed(reading.Model.Computed);
        var failures = scaling.Families
            .Select(family => (Family: family, Verdict: scaling.Propagate(family) is { } proof ? FirstFailure(proof, tensors) : null))
            .Where(failure => failure.Verdict is not null)
            .GroupBy(failure => failure.Verdict!.ToString());
        foreach (var failure in failures)
        {
            Report(context, reading.Built.Members, layers, failure.First().Verdict!, failure.Select(proof => proof.Family).ToArray());
        }
    }

    /// <summary>
    /// The most basic property that fails. Where a tensor starts at zero, the gradient below it is that of later steps and no measure
    /// of the use of an update.
    /// </summary>
    private static SignalVerdict? FirstFailure(SignalPropagation proof, IReadOnlyList<TensorScaling> tensors) =>
        proof.Verdicts.FirstOrDefault(
            verdict =>
                !verdict.Holds && (verdict.Property != SignalProperty.UsefulUpdate || !tensors.Any(tensor => tensor.Declaration.ZeroInit)));

    private static void Report(
        ReadingContext context,
        IReadOnlyList<LayerMember> members,
        IReadOnlyList<LayerSpec> layers,
        SignalVerdict verdict,
        OptimizerFamily[] families)
    {
        var failing = LayerOf(verdict.Layer!, layers);
        var member = members.First(member => Literal.Identifier(member.Symbol.Name) == failing.Member);
        var repairs = verdict.Repairs.Select(repair => repair with { Layer = ModelChain.Listed(repair.Layer) }).Distinct().ToArray();
        var advice = repairs.Length == 0
            ? "no change of single exponents is known to help"
            : string.Join(", ", repairs.Select(repair => repair.ToString()));
        var names = OptimizerFamilies.Names(families);
        var own = member.Symbol.Has(WellKnownNames.ExponentsAttribute)
            ? repairs.Where(repair => failing.Tensors.Count > 0 && repair.Layer == ModelChain.LayerOf(failing.Tensors[0].Scaling.Name))
                .ToArray()
            : [];
        context.Report(new Finding(DescriptorOf(verdict.Property), member.Location, names, ModelChain.Listed(verdict.Sentence), advice)
        {
            Repair = own.Length == 0 ? null : RepairText.Write(own, failing.Tensors[0].Scaling.Kind, families),
        });
    }

    private static LayerSpec LayerOf(string name, IReadOnlyList<LayerSpec> layers)
    {
        var listed = ModelChain.Listed(name);
        return layers.First(layer => layer.Tensors.Any(tensor => ModelChain.LayerOf(tensor.Scaling.Name) == listed));
    }

    private static DiagnosticDescriptor DescriptorOf(SignalProperty property) => property switch
    {
        SignalProperty.Faithful => Descriptors.UnfaithfulInit,
        SignalProperty.Stable => Descriptors.UnstableExponents,
        SignalProperty.Nontrivial => Descriptors.TrivialExponents,
        SignalProperty.UsefulUpdate => Descriptors.UselessUpdate,
        _ => Descriptors.NotMaximal,
    };
}
