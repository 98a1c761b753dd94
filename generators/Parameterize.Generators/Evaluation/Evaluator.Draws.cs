using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>
/// What tensors are drawn from. Each place that makes them has what the last ones were drawn from, and what those before them, which a loop
/// or a helper method made there too: where it cannot be told which one is meant, it may be any.
/// </content>
internal sealed partial class Evaluator
{
    private const string AsDefault =
        ", so that what it draws is scaled as TorchSharp's own draw; call init in the constructor itself, or write InitStd on the member "
            + "in place of it";

    private const string Origin = "made by";
    private const string Earlier = "earlier ";
    private static readonly object s_registered = new();
    private static readonly object s_initialized = new();

    // Draws that were seen to be there, but not followed.
    private readonly Dictionary<SyntaxNode, string> _unfollowed = [];

    // The calls that are being followed, from the constructor on.
    private readonly Stack<SyntaxNode> _calls = new();

    /// <summary>Draws of tensors that are not followed, and why.</summary>
    public IReadOnlyDictionary<SyntaxNode, string> Unfollowed => _unfollowed;

    private bool IsInitialized => _store.Find(_model, s_initialized) is not null;

    private void Made(object origin, SyntaxNode site, IEnumerable<(string Name, TensorDraw Draw)> tensors)
    {
        Loosen(site);
        NoteSwitches(site);
        foreach (var (name, draw) in tensors)
        {
            if (_store.Find(site, name) is { } latest)
            {
                _store.Set(site, Earlier + name, Drawn(Together(latest.Draws, _store.Find(site, Earlier + name)?.Draws ?? [])));
            }

            _store.Set(site, name, Drawn([draw]));
        }

        _store.Set(site, Origin, Nothing() with { Constant = new Maker(origin) });
    }

    /// <summary>
    /// What made the last tensors at a place; no other is equal to it, so that of two ways that meet neither is the last.
    /// </summary>
    private sealed class Maker(object origin)
    {
        public object Origin => origin;
    }

    private static Value Drawn(IReadOnlyList<TensorDraw> draws) => Nothing() with { Draws = draws };

    private static IReadOnlyList<TensorDraw> Together(IReadOnlyList<TensorDraw> a, IReadOnlyList<TensorDraw> b) => a.Union(b).ToArray();

    private IReadOnlyList<TensorDraw> DrawsOf(SyntaxNode site, string name) => Together(
        Together(_store.Find(site, name)?.Draws ?? [], _store.Find(site, Earlier + name)?.Draws ?? []),
        _reached.TryGetValue(site, out var thing) && !HoldsAll(thing, site)
            ? [TensorDraw.Unknown(site, "is drawn in one way or another")]
            : []);

    private IReadOnlyList<TensorDraw> DrawsOf(IReadOnlyList<TensorPlace> places) =>
        places.Select(place => DrawsOf(place.Site, place.Name)).Aggregate((IReadOnlyList<TensorDraw>)[], Together);

    /// <summary>The same call, with what the tensors of its layer were drawn from.</summary>
    private FactoryCall WithDraws(FactoryCall call) => LayerCatalogue.Of(call.Method.ReturnType) is not { } shape ? call : call with
    {
        Draws = shape.Tensors.ToDictionary(static tensor => tensor.Name, tensor => DrawsOf(call.Syntax, tensor.Name)),
    };

    /// <summary>A tensor that was made by itself.</summary>
    private Value Fresh(Value tensor, SyntaxNode at, TensorDraw draw)
    {
        var origin = new object();
        Made(origin, at, [("", draw)]);
        return tensor with { Tensors = [new(origin, at, "")] };
    }

    /// <summary>A tensor that is computed from one other: the draws are as that one's, changed.</summary>
    private Value Fresh(Value tensor, SyntaxNode at, IReadOnlyList<TensorDraw> draws)
    {
        var fresh = Fresh(tensor, at, TensorDraw.Default);
        _store.Set(at, "", Drawn(draws));
        return fresh;
    }

    /// <summary>Writes into tensors; where it is not known into which, perhaps.</summary>
    private void Draw(IReadOnlyList<TensorPlace> places, SyntaxNode at, Func<TensorDraw, TensorDraw> change)
    {
        foreach (var place in places)
        {
            if (_store.Find(place.Site, place.Name) is not { } latest)
            {
                continue;
            }

            var earlier = _store.Find(place.Site, Earlier + place.Name);
            var isLast = earlier is null
                || (_store.Find(place.Site, Origin)?.Constant is Maker maker && ReferenceEquals(maker.Origin, place.Origin));
            var isSure = !place.IsPart && (place.IsAll || (places.Count == 1 && isLast));
            _store.Set(place.Site, place.Name, Drawn(isSure ? Changed(latest) : Together(latest.Draws, Changed(latest))));
            if (earlier is not null && (place.IsAll || !isSure))
            {
                _store.Set(place.Site, Earlier + place.Name, Drawn(isSure ? Changed(earlier) : Together(earlier.Draws, Changed(earlier))));
            }
        }

        IReadOnlyList<TensorDraw> Changed(Value tensor) => tensor.Draws.Select(draw => Timed(draw, change(draw))).Distinct().ToArray();

        // A multiple of what was scaled is scaled.
        TensorDraw Timed(TensorDraw before, TensorDraw draw) =>
            !IsInitialized || ReferenceEquals(before, draw) || (draw.IsMultiple && draw.Growth.Equals(before.Growth))
                ? draw with { IsMultiple = false }
                : draw with { IsMultiple = false, IsLate = true, At = _calls.Count > 0 ? _calls.Last() : at };
    }

    /// <summary>
    /// A tensor of a layer gives way to another one, whose draw is the layer's then. One that has a name of its own may be drawn by it
    /// later; one that is another layer's has its own error.
    /// </summary>
    private void Redraw(Value layer, ISymbol member, Value tensor, IOperation at)
    {
        var isFresh = at.Parent is ISimpleAssignmentOperation { Value: var written }
            && Unconverted(written) is IInvocationOperation or IObjectCreationOperation;
        if (!tensor.IsNull && tensor.Tensors.All(static own => own.Name.Length == 0))
        {
            Draw(TensorsOf(layer, member.Name), at.Syntax, Draws.Copied(isFresh ? DrawsOf(tensor.Tensors) : [], at.Syntax));
        }
    }

    private static IOperation Unconverted(IOperation operation) =>
        operation is IConversionOperation { Operand: var operand } ? Unconverted(operand) : operation;

    /// <summary>A call that writes into the tensor that it is given, or that it is called on; null if it is none.</summary>
    private Value? Drawing(IMethodSymbol method, Value? receiver, IReadOnlyList<Value> arguments, IOperation call)
    {
        if (!Draws.Writes(method) || (method.IsStatic ? arguments.FirstOrDefault() : receiver) is not { } tensor)
        {
            return null;
        }

        if (tensor.Tensors.Count == 0)
        {
            if (!tensor.IsNull && (method.IsStatic || (call as IInvocationOperation)?.Instance?.Type.Is(WellKnownNames.Parameter) == true)
                && !Draws.Of(method, arguments, call.Syntax, DrawsOf)(TensorDraw.Default).KeepsGrowth)
            {
                Unseen(call.Syntax, "draws a tensor that is not followed" + AsDefault);
            }

            return tensor.IsNull ? tensor : null;
        }

        Draw(tensor.Tensors, call.Syntax, Draws.Of(method, arguments, call.Syntax, DrawsOf));
        return tensor;
    }

    /// <summary>What a product, a quotient or a sum of a tensor and a number was drawn from.</summary>
    private Value Computed(Value result, Value tensor, Value other, bool isOtherTensor, string operation, IOperation at) =>
        tensor.Tensors.Count == 0 || isOtherTensor ? result
        : Fresh(
            result, at.Syntax,
            DrawsOf(tensor.Tensors).Select(draw => Draws.Changed(draw, operation, [other], at.Syntax)).Distinct().ToArray());

    /// <summary>Notes the draws in code that is not followed.</summary>
    private void LoseDraws(IOperation code, string reason)
    {
        foreach (var draw in Mentions(code).Draws)
        {
            Unseen(draw, reason);
        }
    }

    /// <summary>Notes what a method that is not followed draws, or may draw of what it is given.</summary>
    private void LoseDraws(IMethodSymbol method, IReadOnlyList<Value> arguments, IOperation call)
    {
        if (!method.IsSourced())
        {
            if (!IsFramework(method) && arguments.Any(static argument => argument.Tensors.Count > 0))
            {
                Unseen(call.Syntax, "is given a layer's tensor and is not followed" + AsDefault);
            }
        }
        else if (HasDraws(method) && Body(method) is { } body)
        {
            LoseDraws(body, $"is in '{method.Name}', which may be overridden and is not followed" + AsDefault);
        }
    }

    /// <summary>Whether the text of a method has calls that write into something.</summary>
    private bool HasDraws(IMethodSymbol method) => method.DeclaringSyntaxReferences
        .SelectMany(part => part.Node(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Any(static written =>
            written.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
                && name.EndsWith("_", StringComparison.Ordinal));

    private void Unseen(SyntaxNode at, string reason)
    {
        if (!_isDead && !_unfollowed.ContainsKey(at))
        {
            _unfollowed.Add(at, reason);
        }
    }
}
