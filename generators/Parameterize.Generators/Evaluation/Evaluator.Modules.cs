using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Declarations;
using Parameterize.Generators.Infrastructure;
using Parameterize.Scaling.Shapes;

namespace Parameterize.Generators.Evaluation;

/// <content>The modules and parameters of a module, as TorchSharp enumerates them, and what can be asked of one.</content>
internal sealed partial class Evaluator
{
    private const string Unregistered =
        "runs before RegisterComponents, so that it reaches no layer; call RegisterComponents in front of it";
    private const string OfModelInside =
        "draws the layers of a model inside, which has scaled them already; draw them in that model's constructor, in front of its "
            + "InitializeParameters";

    /// <summary>What a module is asked for by a method of TorchSharp's base class; null for other methods.</summary>
    private Value? AskModule(IMethodSymbol method, Value receiver, IReadOnlyList<Value> arguments, IOperation call)
    {
        switch (method.Name)
        {
            case "RegisterComponents" or "register_module" or "add_module" when IsSelf(receiver):
                _store.Set(_model, s_registered, Truth(true));
                return null;
            case "apply" when arguments.Count == 1 && arguments[0].Closures.Count > 0:
                var (reached, areNested) = Reached(receiver, call, arguments[0].Closures.Select(static closure => closure.Body));
                var areAll = areNested && HoldsAllModels(receiver);
                NoteNested(
                    areNested && !areAll, arguments[0].Closures.Select(closure => closure.Body ?? Body(closure.Method)), call);
                Visit(
                    [.. reached, .. areAll ? LayersInside : [], .. receiver.Things.Select(Of)],
                    module => Apply(arguments[0], [module], call));
                return receiver;
            case "modules" or "children" or "named_modules" or "named_children":
                var (modules, hasNested) = Reached(receiver, call, BodyAround(call));
                var isThrough = method.Name.EndsWith("modules", StringComparison.Ordinal) && hasNested && HoldsAllModels(receiver);
                NoteNested(hasNested && !isThrough, BodyAround(call), call);
                return Listed(
                    modules.Concat(hasNested && isThrough ? LayersInside : [])
                        .Select(module =>
                            method.Name.StartsWith("named", StringComparison.Ordinal)
                                ? Entry(new Value(Finite.Opaque(null)), module, call)
                                : module).ToArray(),
                    call,
                    null);
            case "parameters" or "named_parameters":
                var (layers, hasModels) = Reached(receiver, call, BodyAround(call));
                NoteNested(hasModels, BodyAround(call), call);
                var tensors = layers.SelectMany(layer => Tensors(layer, call, OwnerOf(layer, receiver))).Concat(Bare(receiver)).ToArray();
                return Listed(
                    tensors.Select(tensor => method.Name == "parameters" ? tensor.Tensor : Entry(tensor.Name, tensor.Tensor, call))
                        .ToArray(), call, null);
            case "get_parameter" when arguments.FirstOrDefault()?.Constant is string name
                && TensorAt(receiver, name) is { Count: > 0 } found:
                return new Value(Finite.Opaque(null)) { Tensors = found };
            case "GetName":
                return NameOf(receiver) is { } type ? Constant(type) : new Value(Finite.Opaque(null));
            default:
                return null;
        }
    }

    /// <summary>The class of TorchSharp's that a layer is of, which is its name too.</summary>
    private static string? NameOf(Value layer) =>
        layer.Things.Count > 0 || layer.Calls.Any(static call => LayerCatalogue.Of(call.Method.ReturnType) is null)
            ? null
            : layer.Calls.Select(static call => call.Method.ReturnType.Name).Distinct().ToArray().Only();

    /// <summary>A class, by its name.</summary>
    private sealed record TypeName(string Name);

    /// <summary>The names of several tensors, in which <c>*</c> stands for a number and what may follow it.</summary>
    private sealed record TensorNames(string Pattern);

    private bool IsSelf(Value value) => value.Things.Only() is { } thing && SymbolEqualityComparer.Default.Equals(thing.Type, _model);

    /// <summary>The loop that a call is enumerated by, whose body is what happens to what it gives.</summary>
    private static IEnumerable<IOperation?> BodyAround(IOperation call)
    {
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            if (around is IForEachLoopOperation loop)
            {
                return [loop.Body];
            }

            if (around is IBlockOperation)
            {
                break;
            }
        }

        return [];
    }

    /// <summary>The layers inside of a module, all that one place made together, and whether there are models inside too.</summary>
    private (IReadOnlyList<Value> Layers, bool HasModels) Reached(Value module, IOperation call, IEnumerable<IOperation?> uses)
    {
        // A list's and a dictionary's own layers are registered along with it, not when they are added.
        var isLate = IsSelf(module)
            || ((call as IInvocationOperation)?.Instance?.Type is { Name: "ModuleList" or "ModuleDict" } list && TorchCollections.Is(list));
        if (isLate && _store.Find(_model, s_registered) is null && !IsInitialized)
        {
            foreach (var use in uses.OfType<IOperation>().Where(use => Mentions(use).Draws.Count > 0).Take(1))
            {
                Unseen(call.Syntax, Unregistered);
            }

            return ([], false);
        }

        var calls = new List<FactoryCall>();
        Reach(Registered(module), part => calls.AddRange(part.Calls), static _ => { });
        var all = calls.Distinct().ToArray();
        return (
            all.Select(static layer => Nothing() with { Calls = [layer with { IsAll = true }] }).ToArray(),
            all.Any(static layer => layer.Method.MethodKind == MethodKind.Constructor));
    }

    /// <summary>
    /// What TorchSharp has registered of a module: of the class's own members not arrays and lists, which InitializeParameters registers.
    /// </summary>
    private IReadOnlyList<Value> Registered(Value module) => !IsSelf(module) || IsInitialized ? [module] : _store.All(module.Things[0])
        .Where(static slot =>
            slot.Key is ISymbol
                && slot.Value.Things.All(static thing => thing.Type is { } type && (Held.IsModule(type) || TorchCollections.Is(type))))
        .Select(static slot => slot.Value)
        .ToArray();

    /// <summary>Whether it is the class itself, or the one member by which all models inside of that are reached.</summary>
    private bool HoldsAllModels(Value module)
    {
        if (IsSelf(module))
        {
            return true;
        }

        var inside = MadeIn(module);
        return _models.All(inside.Contains) && _store.All(_self).ToArray()
            .Where(slot => slot.Key is ISymbol && !slot.Value.Same(module))
            .All(slot => !_models.Overlaps(MadeIn(slot.Value)));
    }

    /// <summary>Where the layers and models are made that are inside of a module.</summary>
    private HashSet<SyntaxNode> MadeIn(Value module)
    {
        var made = new HashSet<SyntaxNode>();
        Reach([module], part => made.UnionWith(part.Calls.Select(static call => call.Syntax)), static _ => { });
        return made;
    }

    private void NoteNested(bool hasModels, IEnumerable<IOperation?> uses, IOperation call)
    {
        if (hasModels && uses.OfType<IOperation>().Any(use => Mentions(use).Draws.Count > 0))
        {
            Unseen(call.Syntax, OfModelInside);
        }
    }

    /// <summary>Does something with each layer. What one place made with several sizes is then what any of them has become.</summary>
    private void Visit(IReadOnlyList<Value> layers, Action<Value> visit)
    {
        foreach (var site in layers.GroupBy(static layer => (object?)layer.Calls.Only()?.Syntax ?? layer).ToArray())
        {
            var before = site.Key is SyntaxNode place ? _store.SlotsOf(place).ToArray() : [];
            var after = new Dictionary<object, IReadOnlyList<TensorDraw>>();
            foreach (var (layer, index) in site.Select(static (layer, index) => (layer, index)))
            {
                foreach (var slot in index == 0 ? [] : before)
                {
                    _store.Set(site.Key, slot.Key, slot.Value);
                }

                visit(layer);
                foreach (var slot in before)
                {
                    var draws = _store.Find(site.Key, slot.Key)?.Draws ?? [];
                    after[slot.Key] = after.TryGetValue(slot.Key, out var others) ? Together(others, draws) : draws;
                }
            }

            foreach (var slot in before.Where(slot => slot.Value.Draws.Count > 0))
            {
                _store.Set(site.Key, slot.Key, Drawn(after[slot.Key]));
            }
        }
    }

    private bool IsOfAll(Value item) => item.Calls.Any(static call => call.IsAll) || item.Tensors.Any(static tensor => tensor.IsAll)
        || item.Things.Any(thing => _store.Find(thing, ItemName(1)) is { } second
            && (second.Calls.Any(static call => call.IsAll) || second.Tensors.Any(static tensor => tensor.IsAll)));

    private Value Entry(Value name, Value item, IOperation at) => NewParts([ItemName(0), ItemName(1)], [name, item], at);

    /// <summary>
    /// What stands in front of the names of a layer's tensors: nothing, where it is asked for them itself; its member's name, where it is
    /// that alone; null where that is not known.
    /// </summary>
    private string? OwnerOf(Value layer, Value asked)
    {
        if (asked.Things.Count == 0)
        {
            return asked.Calls.Count == 1 ? "" : null;
        }

        // Made in the constructor's own text, which runs once, and in no loop: one layer, in the one member that it was put into.
        var site = layer.Calls[0].Syntax;
        return IsSelf(asked) && _memberOf.TryGetValue(site, out var member) && !_exchangedMembers.Contains(member)
            && site.Ancestors().TakeWhile(static node => node is not ConstructorDeclarationSyntax)
                .All(static node => node is ExpressionSyntax and not AnonymousFunctionExpressionSyntax or ExpressionStatementSyntax
                    or ArgumentSyntax or ArgumentListSyntax or BlockSyntax)
            && _store.Find(_self, member) is { Things.Count: 0, Calls: var own } && ReferenceEquals(own.Only()?.Syntax, site)
            && _store.All(_self).ToArray().Count(slot => slot.Key is ISymbol && MadeIn(slot.Value).Contains(site)) == 1
            ? MemberNames.Registered(member) + "."
            : null;
    }

    /// <summary>A tensor's name; of one whose owner is not known, the end of it.</summary>
    private static Value NameOf(string? owner, string tensor)
    {
        if (owner is null)
        {
            return new Value(Finite.Opaque(null)) { Ending = "." + tensor };
        }

        return tensor.Contains('*') ? Nothing() with { Constant = new TensorNames(owner + tensor) } : Constant(owner + tensor);
    }

    /// <summary>The tensors of a layer, each with its name, or the end of it.</summary>
    private static IEnumerable<(Value Name, Value Tensor)> Tensors(Value layer, IOperation at, string? owner)
    {
        var call = layer.Calls[0];
        return LayerCatalogue.Of(call.Method.ReturnType) is not { } shape ? [] : shape.Tensors
            .Where(tensor => tensor.PresenceIn([call]) != TensorPresence.Never)
            .Select(tensor => (
                NameOf(owner, tensor.Name),
                Nothing() with
                {
                    Tensors = [new(call, call.Syntax, tensor.Name) { IsAll = call.IsAll }],
                    Shape = tensor.Axes.Length == 0 ? null : tensor.Axes.Select(axis => axis.Size?.Of(call)
                        ?? (axis.Role == AxisRole.Finite ? Finite.Constant(1) : Dimension.Unclear(new(at.Syntax, Reason(at))))).ToArray(),
                }));
    }

    /// <summary>The parameters that a model holds itself.</summary>
    private IEnumerable<(Value Name, Value Tensor)> Bare(Value module) => module.Things
        .SelectMany(thing => _store.All(thing).ToArray())
        .Where(static slot => slot.Key is ISymbol && slot.Value.Tensors.Count > 0)
        .Select(slot => (Constant(MemberNames.Registered((ISymbol)slot.Key)), slot.Value));

    /// <summary>The tensors of that name that a module has.</summary>
    private static IReadOnlyList<TensorPlace> TensorsOf(Value module, string name) => module.Calls
        .Where(call =>
            LayerCatalogue.Of(
                call.Method.ReturnType)?.Tensors.Any(tensor =>
                    tensor.Name == name && tensor.PresenceIn([call]) != TensorPresence.Never) == true)
        .Select(call => new TensorPlace(call, call.Syntax, name) { IsAll = call.IsAll })
        .Distinct()
        .ToArray();

    /// <summary>
    /// The tensors at a name as TorchSharp has it: of a layer, or of one that a module holds under the first part of the name.
    /// </summary>
    private IReadOnlyList<TensorPlace> TensorAt(Value module, string name)
    {
        if (module.Things.Count == 0)
        {
            return TensorsOf(module, name);
        }

        if (module.Calls.Count > 0 || module.Things.Only() is not { } thing)
        {
            return [];
        }

        var dot = name.IndexOf('.');
        var member = dot < 0 ? name : name.Substring(0, dot);
        var held = _store.All(thing)
            .Where(slot => slot.Key is ISymbol own && MemberNames.Registered(own) == member)
            .Select(static slot => slot.Value).FirstOrDefault();
        if (held is null)
        {
            return [];
        }

        return dot < 0 ? held.Tensors : TensorAt(held, name.Substring(dot + 1));
    }

    /// <summary>A tensor of a layer by the property that holds it; null for other properties.</summary>
    private Value? TensorOf(Value module, ISymbol member, IOperation at)
    {
        if (member is not IPropertySymbol property || !TensorShapes.IsTensor(property.Type) || !LayerCatalogue.IsTorchSharp(member))
        {
            return null;
        }

        var tensors = TensorsOf(module, member.Name);
        if (tensors.Count > 0)
        {
            return new Value(Opaque(at, [module], ReasonOf(member), isReading: true).Dimension) { Tensors = tensors };
        }

        // Such as a bias that the layer was made without.
        return module.Calls.All(call =>
            LayerCatalogue.Of(call.Method.ReturnType)?.Tensors.Any(tensor => tensor.Name == member.Name) == true) ? Value.Null() : null;
    }

    /// <summary>Whether a module is of a type, where it is known which one it is.</summary>
    private static bool? IsModuleOf(Value value, ITypeSymbol? type)
    {
        if (type is null || value.Calls.Count + value.Things.Count == 0 || value.Unseen is not null || !Held.IsModule(type))
        {
            return null;
        }

        var answers = value.Calls
            .Select(call =>
                (bool?)(call.Method.MethodKind == MethodKind.Constructor ? call.Method.ContainingType : call.Method.ReturnType).IsA(type))
            .Concat(value.Things.Select(Is))
            .Distinct()
            .ToArray();
        return answers.Length == 1 ? answers[0] : null;

        bool? Is(Thing thing) => thing switch
        {
            { Kind: ThingKind.Made, Type: { } made } when Held.IsModule(made) && made.IsA(type) => true,
            { Kind: ThingKind.Made, Type: { } made } when Held.IsModule(made) && !type.IsA(made) => false,
            _ => null,
        };
    }

    /// <summary>A question to a text that is known, or whose end is.</summary>
    private static Value? AskText(IMethodSymbol method, Value? receiver, IReadOnlyList<Value> arguments)
    {
        if (arguments.Count is not (1 or 2) || arguments[0].Constant is not string part)
        {
            return null;
        }

        var comparison = arguments.Count == 1 ? StringComparison.Ordinal : (StringComparison)(int)(arguments[1].Dimension.AtBase ?? 4);
        return (method.Name, receiver) switch
        {
            ("Contains", { Constant: string text }) => Truth(text.IndexOf(part, comparison) >= 0),
            ("IndexOf", { Constant: string text }) => Constant(text.IndexOf(part, comparison)),
            ("StartsWith", { Constant: string text }) => Truth(text.StartsWith(part, comparison)),
            ("EndsWith", { Constant: string text }) => Truth(text.EndsWith(part, comparison)),
            ("Contains", { Ending: { } end }) when OfAll(end, name => name.IndexOf(part, comparison) >= 0) is true => Truth(true),
            ("EndsWith", { Ending: { } end }) when end.Length >= part.Length
                && OfAll(end, name => name.EndsWith(part, comparison)) is { } ends => Truth(ends),
            ("Contains", { Constant: TensorNames names })
                when OfAll(names.Pattern, name => name.IndexOf(part, comparison) >= 0) is { } contains => Truth(contains),
            ("StartsWith", { Constant: TensorNames names })
                when OfAll(names.Pattern, name => name.StartsWith(part, comparison)) is { } starts => Truth(starts),
            ("EndsWith", { Constant: TensorNames names })
                when OfAll(names.Pattern, name => name.EndsWith(part, comparison)) is { } ends => Truth(ends),
            _ => null,
        };

        // A recurrent network has weight_ih_l0, weight_ih_l1, weight_ih_l0_reverse: what asks for no digit hears the same of all.
        bool? OfAll(string pattern, Func<string, bool> holds)
        {
            if (!pattern.Contains('*'))
            {
                return holds(pattern);
            }

            var (plain, reverse) = (holds(pattern.Replace("*", "0")), holds(pattern.Replace("*", "0_reverse")));
            return plain == reverse && !part.Any(char.IsDigit) ? plain : null;
        }
    }
}
