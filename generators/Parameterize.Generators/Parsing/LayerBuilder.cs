using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Generators.Parsing;

/// <summary>Turns a settled member into the model's layer: its tensors, each with the rules applied.</summary>
/// <param name="options">What the class says.</param>
/// <param name="modelRatio">n.</param>
/// <param name="branches">Which members are inside residual branches.</param>
/// <param name="tied">The names of the embeddings that readouts share.</param>
/// <param name="memberOf">The member of a name.</param>
internal sealed class LayerBuilder(ScalingOptions options, Factor modelRatio, Branches branches, ISet<string> tied, Func<string, LayerMember?> memberOf)
{
    public LayerSpec Build(LayerMember member, LayerFans fans, Value? built, LayerConstants constants, WidthExponents? exponents)
    {
        var calls = FanReader.CallsOf(member, built);
        var isUnscaled = member.Declared == ParameterKind.Finite;
        var place = member.Multiplied;
        var hasForward = !isUnscaled && place != MultiplierPlace.Folded && member.Form is LayerForm.Module or LayerForm.Parameter;
        var registered = RegisteredName(member);
        var prefix = TitleOf(member);
        var inBranch = branches.Contains(member, fans.Kind);
        var isTied = member.TiedTo is not null || tied.Contains(member.Symbol.Name);
        return new LayerSpec(
            Literal.Identifier(member.Symbol.Name),
            registered,
            hasForward ? MemberNames.Forward(member.Symbol) : "",
            member.Form,
            place,
            member.Shape?.Draw ?? DefaultDraw.None,
            member.Container,
            constants.Init,
            (member.Form switch
            {
                LayerForm.Parameter => [Tensor("", isCertain: member.Container == Container.None && !member.IsOptional, fans, Factor.One, exponents, ShapeReader.OfParameter(member, built?.Shape))],
                LayerForm.Module => member.Shape!.Tensors.Select(OfShape).OfType<TensorSpec>(),
                _ => [],
            }).ToEquatableArray())
        {
            Step = member.Step,
            Place = member.Place,
            Holder = member.Holder,
            IsOptional = member.IsOptional,
            IsUnscaled = isUnscaled,
            Root = RootOf(member),
            IsRegisteredByHand = member.RegisteredByHand is not null,
            HeadRatio = AttentionReader.Unsettled(member, calls),
            TiedTo = member.TiedTo is { } name ? Tied(name) : null,
        };

        TensorSpec? OfShape(TensorShape tensor)
        {
            var presence = tensor.PresenceIn(calls);
            if (presence == TensorPresence.Never)
            {
                return null;
            }

            var isWeight = ReferenceEquals(tensor, member.Shape!.Weight);
            var own = isWeight ? fans : FansOf(tensor);
            var drawnBy = tensor.DrawnBy is null ? Factor.One : FanInOf(tensor.DrawnBy);
            var isCertain = !member.IsOptional && member.Step is null or { IsCertain: true } && presence == TensorPresence.Always && member.Container == Container.None && !tensor.Name.Contains('*') && member.Shape.Multiplied != MultiplierPlace.Folded;
            return Tensor(tensor.Name, isCertain, own, drawnBy, isWeight ? exponents : null, ShapeReader.Of(tensor, calls, own), isWeight);
        }

        // Dimensions that the constructor does not show are the weight's own, as its attribute says them.
        LayerFans FansOf(TensorShape tensor)
        {
            var (fanIn, fanOut) = (tensor.FanIn is { } fan ? FanInOf(fan) : Factor.One, FanInOf(tensor.FanOut));
            return new LayerFans(FanReader.KindOf(tensor.IsVector, fanIn, fanOut), fanIn, fanOut);
        }

        Factor FanInOf(Fan fan)
        {
            var weight = member.Shape!.Weight;
            return fan == weight.FanOut ? fans.FanOut
                : fan == weight.FanIn ? fans.FanIn
                : FanReader.Agreed(calls, fan) ?? Factor.One;
        }

        TensorSpec Tensor(string name, bool isCertain, LayerFans own, Factor drawnBy, WidthExponents? ownExponents, ShapeClaim? shape, bool isWeight = true) => new(
            name,
            isCertain,
            Rule: "",
            TensorScaling.Of(
                new TensorDeclaration(name.Length == 0 ? prefix : $"{prefix}.{name}", isUnscaled ? ParameterKind.Finite : own.Kind, new TensorRatios(modelRatio, isUnscaled ? Factor.One : own.FanIn, isUnscaled ? Factor.One : own.FanOut))
                {
                    DrawFanIn = isUnscaled ? Factor.One : drawnBy,
                    Multiplier = isWeight ? constants.Multiplier : 1,
                    LearningRate = constants.LearningRate,
                    WeightDecay = constants.WeightDecay,
                    ZeroInit = constants.Init.Zero,
                    Exponents = ownExponents,
                    InBranch = inBranch && !isUnscaled && own.Kind != ParameterKind.Finite,
                    IsFolded = place == MultiplierPlace.Folded,
                    IsTied = isTied && isWeight,
                },
                options),
            shape);
    }

    private TiedSpec Tied(string name)
    {
        var embedding = memberOf(name);
        var mark = embedding is { IsOptional: true } ? "!" : "";
        var registered = embedding is null ? name : RegisteredName(embedding);
        return new(LayerSpec.AccessTo(Literal.Identifier(name)) + mark, name + ".weight", registered + ".weight");
    }

    /// <summary>The name under which the member's tensors are registered, or a pattern of it.</summary>
    public static string RegisteredName(LayerMember member) => WithStep(RootOf(member), member.Step?.Name);

    /// <summary>What the member is called in tables.</summary>
    public static string TitleOf(LayerMember member) => WithStep(RootOf(member), member.Step?.Title)
        + (member.Container == Container.None ? "" : "." + (member.Place ?? "*"));

    private static string WithStep(string root, string? step) => step is null or "" ? root : step[0] == '(' ? root + step : $"{root}.{step}";

    /// <summary>The name under which the member that this is, or is part of, is registered.</summary>
    public static string RootOf(LayerMember member) => member.RegisteredByHand
        ?? (member.Holder is Container.Array or Container.List ? member.Symbol.Name : MemberNames.Registered(member.Symbol));
}
