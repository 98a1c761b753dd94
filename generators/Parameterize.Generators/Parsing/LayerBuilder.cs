using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling;

namespace Parameterize.Generators.Parsing;

/// <summary>Turns a settled member into the model's layer: its tensors, each with the rules applied.</summary>
internal sealed class LayerBuilder(ScalingOptions options, Factor modelRatio)
{
    public LayerSpec Build(LayerMember member, LayerFans fans, IReadOnlyList<FactoryCall> calls, LayerConstants constants, WidthExponents? exponents)
    {
        var registered = member.Container is Container.Array or Container.List ? member.Symbol.Name : MemberNames.Registered(member.Symbol);
        var prefix = member.Container == Container.None ? registered : registered + ".*";
        var isUnscaled = member.Declared == ParameterKind.Finite;
        return new LayerSpec(
            Literal.Identifier(member.Symbol.Name),
            registered,
            isUnscaled ? "" : MemberNames.Forward(member.Symbol),
            member.Type,
            member.Container,
            constants.Init,
            member.Type == LayerType.Other ? EquatableArray<TensorSpec>.Empty : Tensors().ToEquatableArray());

        IEnumerable<TensorSpec> Tensors()
        {
            if (member.Type == LayerType.Parameter)
            {
                yield return Tensor("", isOptional: false, fans.Kind, fans.FanIn, fans.FanOut, Factor.One, constants.Multiplier, exponents);
                yield break;
            }

            var shape = LayerCatalogue.Of(member.Type);
            if (Presence(shape.WeightFlag) is not false)
            {
                var drawFanIn = shape.DrawsByFanIn ? fans.FanIn : Factor.One;
                yield return Tensor("weight", Presence(shape.WeightFlag) is null, fans.Kind, fans.FanIn, fans.FanOut, drawFanIn, constants.Multiplier, exponents);
                if (shape.HasBias && Presence(shape.BiasFlag) is not false)
                {
                    var kind = fans.FanOut.IsOne ? ParameterKind.Finite : ParameterKind.Vector;
                    var isOptional = (Presence(shape.BiasFlag) ?? Presence(shape.WeightFlag)) is null || Presence(shape.WeightFlag) is null;
                    yield return Tensor("bias", isOptional, kind, Factor.One, fans.FanOut, drawFanIn, 1);
                }
            }
        }

        // True when every call makes the tensor, false when none does, null when they differ or it cannot be told.
        bool? Presence(int? flag)
        {
            if (flag is not { } index)
            {
                return true;
            }

            var flags = calls.Select(call => call.Flag(index)).Distinct().ToArray();
            return flags.Length == 1 ? flags[0] : null;
        }

        TensorSpec Tensor(string name, bool isOptional, ParameterKind kind, Factor fanIn, Factor fanOut, Factor drawFanIn, double multiplier, WidthExponents? own = null) => new(
            name,
            isOptional,
            Rule: "",
            TensorScaling.Of(
                new TensorDeclaration(name.Length == 0 ? prefix : $"{prefix}.{name}", kind, new TensorRatios(modelRatio, fanIn, fanOut))
                {
                    DrawFanIn = isUnscaled ? Factor.One : drawFanIn,
                    Multiplier = multiplier,
                    LearningRate = constants.LearningRate,
                    WeightDecay = constants.WeightDecay,
                    ZeroInit = constants.Init.Zero,
                    Exponents = own,
                },
                options));
    }
}
