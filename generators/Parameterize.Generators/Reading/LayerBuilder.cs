using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;
using Parameterize.Scaling.Algebra;
using Parameterize.Scaling.Rules;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Generators.Reading;

/// <summary>Turns a settled member into the draft of the model's layer: what is declared of its tensors.</summary>
/// <param name="modelRatio">n.</param>
/// <param name="branches">Which members are inside residual branches.</param>
/// <param name="tied">The names of the embeddings that readouts share.</param>
/// <param name="inits">What the constructor drew itself.</param>
/// <param name="memberOf">The member of a name.</param>
internal sealed class LayerBuilder(
    Factor modelRatio, Branches branches, ISet<string> tied, InitReader inits, Func<string, LayerMember?> memberOf)
{
    public LayerDraft Build(LayerMember member, LayerFans fans, Value? built, LayerConstants constants, WidthExponents? exponents)
    {
        var calls = FanReader.CallsOf(member, built);
        var isUnscaled = member.Declared == ParameterKind.Finite;
        var place = member.Multiplied;
        var hasForward = !isUnscaled && place != MultiplierPlace.Folded && member.Form is LayerForm.Module or LayerForm.Parameter;
        var registered = RegisteredName(member);
        var prefix = TitleOf(member);
        var inBranch = branches.Contains(member, fans.Kind);
        var isTied = member.TiedTo is not null || tied.Contains(member.Symbol.Name);
        TensorDraft[] tensors = member.Form switch
        {
            LayerForm.Parameter => [Tensor(
                "",
                isCertain: member.Container == Container.None && !member.IsOptional,
                fans,
                exponents,
                ShapeReader.OfParameter(member, built?.Shape),
                new DrawnTensor(
                    built?.Draws ?? [],
                    Factor.One,
                    axis => built?.Shape is { } shape && axis < shape.Count ? shape[axis].Ratio : null))],
            LayerForm.Module => [.. member.Shape!.Tensors.Select(OfShape).OfType<TensorDraft>()],
            _ => [],
        };
        return new LayerDraft(member, !isUnscaled && member.Form is LayerForm.Module or LayerForm.Parameter, tensors, Whole);

        LayerSpec Whole(IEnumerable<TensorSpec> tensors) => new(
            Literal.Identifier(member.Symbol.Name),
            registered,
            hasForward ? MemberNames.Forward(member.Symbol) : "",
            member.Form,
            place,
            member.Shape?.Draw is { } draw && !IsDrawn(draw) ? draw : DefaultDraw.None,
            member.Container,
            constants.Init,
            tensors.ToEquatableArray())
        {
            Step = member.Step,
            Place = member.Place,
            Holder = member.Holder,
            IsOptional = member.IsOptional,
            IsUnscaled = isUnscaled,
            Root = RootOf(member),
            IsRegisteredByHand = member.RegisteredByHand is not null,
            HeadRatio = AttentionHeads.Unsettled(member, calls),
            TiedTo = member.TiedTo is { } name ? Tied(name, member.SeesEmbedding) : null,
        };

        TensorDraft? OfShape(TensorShape tensor)
        {
            var presence = tensor.PresenceIn(calls);
            if (presence == TensorPresence.Never)
            {
                return null;
            }

            var isWeight = ReferenceEquals(tensor, member.Shape!.Weight);
            var own = isWeight ? fans : FansOf(tensor);
            var drawnBy = tensor.DrawnBy is null ? Factor.One : FanInOf(tensor.DrawnBy);
            var isCertain = !member.IsOptional && member.Step is null or { IsCertain: true } && presence == TensorPresence.Always
                && member.Container == Container.None && !tensor.Name.Contains('*') && member.Shape.Multiplied != MultiplierPlace.Folded;
            var drawn = new DrawnTensor(DrawsOf(tensor), drawnBy, AlongAxis);
            return Tensor(
                tensor.Name, isCertain, own, isWeight ? exponents : null, ShapeReader.Of(tensor, calls, own), drawn, isWeight, Read());

            // Of a product of two vectors the one ratio that both have; where they differ, none would do for both.
            Factor? Read()
            {
                var summed = tensor.Axes.Where(axis => axis.Role == AxisRole.FanIn && axis.Size is not null)
                    .Select(axis => FanInOf(axis.Size!)).ToArray();
                var growing = summed.Where(ratio => !ratio.IsOne).Distinct().ToArray();
                return summed.Length > 1 && growing.Length == 1 ? growing[0] : null;
            }

            Factor? AlongAxis(int axis)
            {
                if (axis >= tensor.Axes.Length)
                {
                    return null;
                }

                if (tensor.Axes[axis] is { Size: { } size })
                {
                    return FanInOf(size);
                }

                return tensor.Axes[axis].Role == AxisRole.Finite ? Factor.One : null;
            }
        }

        IReadOnlyList<TensorDraw> DrawsOf(TensorShape tensor) => calls
            .SelectMany(call => call.Draws.TryGetValue(tensor.Name, out var draws) ? draws : [])
            .Distinct()
            .ToArray();

        // A generator of the user's draws anew what TorchSharp drew, and leaves what the constructor drew. A norm's memory has to be set,
        // unless all of it is.
        bool IsDrawn(DefaultDraw draw)
        {
            var drawn = member.Shape!.Tensors.Where(tensor => tensor.PresenceIn(calls) != TensorPresence.Never)
                .Select(tensor => DrawsOf(tensor).Any(own => own.At is not null)).ToArray();
            return draw == DefaultDraw.Unset ? drawn.Length > 0 && drawn.All(static own => own) : drawn.Any(static own => own);
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
            if (fan == weight.FanOut)
            {
                return fans.FanOut;
            }

            return fan == weight.FanIn ? fans.FanIn : FanReader.Agreed(calls, fan) ?? Factor.One;
        }

        TensorDraft Tensor(
            string name,
            bool isCertain,
            LayerFans own,
            WidthExponents? ownExponents,
            ShapeClaim? shape,
            DrawnTensor drawn,
            bool isWeight = true,
            Factor? read = null)
        {
            var title = name.Length == 0 ? prefix : $"{prefix}.{name}";
            var isSet = constants.Init.Zero || (isWeight && constants.Init.Std is not null);
            var (drawnBy, drawnFans) = isUnscaled || isSet ? (drawn.ByDefault, null) : inits.DrawnBy(member, title, drawn);
            var ratios = isUnscaled
                ? new TensorRatios(modelRatio, Factor.One, Factor.One)
                : new TensorRatios(modelRatio, own.FanIn, own.FanOut) { Read = read ?? own.FanIn };
            var declaration = new TensorDeclaration(title, isUnscaled ? ParameterKind.Finite : own.Kind, ratios)
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
            };
            return new TensorDraft(name, isCertain, declaration, shape, drawn) { Fans = drawnFans };
        }
    }

    private TiedSpec Tied(string name, bool seesEmbedding)
    {
        var embedding = memberOf(name);
        var mark = embedding is { IsOptional: true } ? "!" : "";
        var registered = embedding is null ? name : RegisteredName(embedding);
        return new(LayerSpec.AccessTo(Literal.Identifier(name)) + mark, name + ".weight", registered + ".weight", seesEmbedding);
    }

    /// <summary>The name under which the member's tensors are registered, or a pattern of it.</summary>
    public static string RegisteredName(LayerMember member) => WithStep(RootOf(member), member.Step?.Name);

    /// <summary>What the member is called in tables.</summary>
    public static string TitleOf(LayerMember member) => WithStep(RootOf(member), member.Step?.Title)
        + (member.Container == Container.None ? "" : "." + (member.Place ?? "*"));

    private static string WithStep(string root, string? step)
    {
        if (step is null or "")
        {
            return root;
        }

        return step[0] == '(' ? root + step : $"{root}.{step}";
    }

    /// <summary>The name under which the member that this is, or is part of, is registered.</summary>
    public static string RootOf(LayerMember member) => member.RegisteredByHand
        ?? (member.Holder is Container.Array or Container.List ? member.Symbol.Name : MemberNames.Registered(member.Symbol));
}

/// <summary>
/// A layer as far as it is known by itself: the rows of its tensors, and the groups that they train in, depend on all of the class.
/// </summary>
/// <param name="Member">The member.</param>
/// <param name="IsScaled">Whether the class's rules hold for it.</param>
/// <param name="Tensors">What is declared of its tensors.</param>
/// <param name="Make">The layer, of whole tensors.</param>
internal sealed record LayerDraft(
    LayerMember Member, bool IsScaled, IReadOnlyList<TensorDraft> Tensors, Func<IEnumerable<TensorSpec>, LayerSpec> Make)
{
    /// <summary>The same layer, reading from stages of fixed size.</summary>
    public LayerDraft ReadingFrom(string stages) => this with
    {
        Tensors = Tensors.Select(tensor => tensor with { Declaration = tensor.Declaration with { Behind = stages } }).ToArray(),
        Make = tensors => Make(tensors) with { Behind = stages },
    };
}

/// <summary>A tensor before the rules are applied.</summary>
/// <param name="Name">Its name inside the layer.</param>
/// <param name="IsCertain">Whether there is exactly one tensor of the name, as far as the compiler can tell.</param>
/// <param name="Declaration">What the rules are applied to.</param>
/// <param name="Shape">What is claimed of its shape.</param>
/// <param name="Drawn">How it comes to its first values.</param>
internal sealed record TensorDraft(string Name, bool IsCertain, TensorDeclaration Declaration, ShapeClaim? Shape, DrawnTensor Drawn)
{
    /// <summary>The sides that its std depends on, which do not grow alike.</summary>
    public FanDraw? Fans { get; init; }
}
