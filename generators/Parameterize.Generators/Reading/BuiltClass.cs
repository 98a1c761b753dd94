using Microsoft.CodeAnalysis;
using Parameterize.Generators.Evaluation;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>What the constructors of a class make of its members.</summary>
/// <param name="Members">Those that hold tensors.</param>
/// <param name="Parts">The same, containers taken apart where that can be told, each with what it is built of.</param>
/// <param name="Computed">The sizes among them that are no product of widths.</param>
/// <param name="All">What each member of the class holds after construction, by name, numbers too.</param>
/// <param name="Unfollowed">Where they draw tensors in a way that is not followed, and why.</param>
internal sealed record BuiltClass(
    IReadOnlyList<LayerMember> Members,
    IReadOnlyList<(LayerMember Member, Value? Value)> Parts,
    IReadOnlyList<WidthSpec> Computed,
    IReadOnlyDictionary<string, Value> All,
    IReadOnlyDictionary<SyntaxNode, string> Unfollowed)
{
    /// <summary>What they draw the layers of models inside from.</summary>
    public IReadOnlyList<InsideDraw> InsideDraws { get; init; } = [];

    /// <summary>What could be taken to be so, if it cannot be read otherwise.</summary>
    public Offers Offered { get; init; } = new([], [], HasOptions: false);

    /// <param name="context">Where findings go.</param>
    /// <param name="parameters">What its constructors are given.</param>
    /// <param name="growing">What of that grows.</param>
    /// <param name="assumed">What is taken to be so.</param>
    public static BuiltClass Read(
        ReadingContext context, AnnotatedParameters parameters, IReadOnlyList<WidthSpec> growing, Assumed? assumed = null)
    {
        var numbers = WidthReader.Numbers(context, parameters, growing);
        var evaluator = new Evaluator(numbers, context.Compilation, context.Cancellation, assumed);
        var built = evaluator.Members(context.Type);
        var members = MemberReader.Read(context).Select(member => member.AsBuilt(ValueOf(member))).ToArray();
        var (parts, computed) = ComputedSizes.Settle(
            context, growing, members.SelectMany(member => ContainerReader.Expand(member, ValueOf(member))).ToArray());
        parts = SharedLayers.Settle(context, parts);
        return new(members, parts, computed, built, evaluator.Unfollowed)
        {
            InsideDraws = evaluator.InsideDraws,
            Offered = evaluator.Offered,
        };

        Value? ValueOf(LayerMember member) => built.TryGetValue(member.Symbol.Name, out var value) ? value : null;
    }
}

/// <summary>What was read of an annotated class, right or wrong.</summary>
/// <param name="Model">Its model; not to be generated from where something was found to be wrong.</param>
/// <param name="Parameters">What its constructors are given.</param>
/// <param name="Built">What they make of its members.</param>
internal sealed record ClassReading(ModelSpec Model, AnnotatedParameters Parameters, BuiltClass Built);
