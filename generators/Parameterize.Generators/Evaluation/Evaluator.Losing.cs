using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Evaluation;

/// <content>Code that is not followed, or runs nobody knows when: what it writes may hold anything, from then on.</content>
internal sealed partial class Evaluator
{
    private const int MostBodies = 64;

    private static readonly HashSet<string> Uses =
        ["call", "forward", "train", "eval", "zero_grad", "parameters", "named_parameters", "state_dict", "buffers", "GetName"];

    private readonly Dictionary<ISymbol, Doubt> _lost = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, Mentioned> _mentions = [];

    /// <summary>The variables and stored members that a piece of code uses, itself or in what it calls.</summary>
    /// <param name="Used">All of them, but for variables of its own.</param>
    /// <param name="Written">Those that it may write, or whose content it may change.</param>
    /// <param name="IsSelf">Whether it uses the object that it runs on.</param>
    private sealed record Mentioned(IReadOnlyCollection<ISymbol> Used, IReadOnlyCollection<ISymbol> Written, bool IsSelf)
    {
        /// <summary>The calls that draw a parameter.</summary>
        public IReadOnlyCollection<SyntaxNode> Draws { get; init; } = [];
    }

    /// <param name="code">The code.</param>
    /// <param name="doubt">Why it is not followed.</param>
    /// <param name="isInside">Whether also its own variables are lost, because what follows it sees them.</param>
    private void Lose(IOperation code, Doubt doubt, bool isInside = false)
    {
        LoseDraws(code, "runs at a time that is not known" + AsDefault);
        foreach (var symbol in Mentions(code).Written)
        {
            _lost[symbol] = doubt;
            foreach (var thing in Reachable(_store.Holding(symbol)))
            {
                Disturb(thing, doubt);
            }
        }

        if (isInside)
        {
            foreach (var declarator in code.Descendants().OfType<IVariableDeclaratorOperation>())
            {
                _lost[declarator.Symbol] = doubt;
            }
        }
    }

    private Mentioned Mentions(IOperation code)
    {
        if (_mentions.TryGetValue(code, out var known))
        {
            return known;
        }

        _mentions[code] = new Mentioned([], [], false);
        var used = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var written = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var entered = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var draws = new HashSet<SyntaxNode>();
        var isSelf = false;
        Scan(code);
        var own = code.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>().Select(static declarator => declarator.Symbol).ToArray();
        used.ExceptWith(own);
        written.ExceptWith(own);
        return _mentions[code] = new Mentioned(used, written, isSelf) { Draws = draws };

        void Scan(IOperation part)
        {
            foreach (var operation in part.DescendantsAndSelf())
            {
                isSelf |= operation is IInstanceReferenceOperation;
                if (operation is IInvocationOperation call && Evaluation.Draws.IsOfParameter(call))
                {
                    draws.Add(call.Syntax);
                }

                switch (operation)
                {
                    case ILocalReferenceOperation { Local: var local }:
                        Use(local, local.Type, operation);
                        break;
                    case IParameterReferenceOperation { Parameter: var parameter }:
                        Use(parameter, parameter.Type, operation);
                        break;
                    case IFieldReferenceOperation { Field: { IsConst: false } field }:
                        Use(field.OriginalDefinition, field.Type, operation);
                        break;
                    case IPropertyReferenceOperation { Property: var property }:
                        Use(property.OriginalDefinition, property.Type, operation);
                        Enter(property.GetMethod);
                        Enter(property.SetMethod);
                        break;
                    case IInvocationOperation { TargetMethod: var method }:
                        Enter(method);
                        break;
                    case IMethodReferenceOperation { Method: var method }:
                        Enter(method);
                        break;
                }
            }
        }

        void Use(ISymbol symbol, ITypeSymbol type, IOperation reference)
        {
            used.Add(symbol);
            if (IsTarget(reference) || (IsContainer(type) && IsChanged(reference)))
            {
                written.Add(symbol);
            }
        }

        void Enter(IMethodSymbol? method)
        {
            if (method is not null && method.IsSourced() && !IsGenerated(method) && entered.Count < MostBodies
                && entered.Add(method.OriginalDefinition) && Body(method) is { } body)
            {
                Scan(body);
            }
        }
    }

    /// <summary>Whether something is assigned there, or a reference to it is given away.</summary>
    internal static bool IsTarget(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation { IsRef: true } => true,
        IAssignmentOperation { Target: var target } => target == reference,
        IIncrementOrDecrementOperation or IAddressOfOperation => true,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation or ITupleOperation } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        IConditionalOperation { IsRef: true } choice => reference != choice.Condition && IsTarget(choice),
        null => true,
        _ => false,
    };

    /// <summary>Whether what an object holds may be changed there, or another name is given to it.</summary>
    private static bool IsChanged(IOperation reference) => reference.Parent switch
    {
        IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation => IsChanged(reference.Parent),
        IArrayElementReferenceOperation or IMemberReferenceOperation or IImplicitIndexerReferenceOperation =>
            IsTarget(reference.Parent) || (!IsPlain(reference.Parent.Type) && IsChanged(reference.Parent)),
        IInvocationOperation call => call.Instance != reference || !(IsQuery(call.TargetMethod.Name) || IsUse(call.TargetMethod)),
        IArgumentOperation { Parent: IInvocationOperation call } => !(IsFramework(call.TargetMethod) && IsQuery(call.TargetMethod.Name)),
        IForEachLoopOperation or ISpreadOperation => false,
        _ => true,
    };

    /// <summary>What a container of TorchSharp's is used for: which layers it holds stays as it is.</summary>
    private static bool IsUse(IMethodSymbol method) => LayerCatalogue.IsTorchSharp(method) && Uses.Contains(method.Name);

    /// <summary>Whether something may be written into it by a call, or by an assignment to a part of it.</summary>
    private static bool IsContainer(ITypeSymbol type) =>
        !IsPlain(type) && type.TypeKind != TypeKind.Delegate && !TensorShapes.IsTensor(type)
        && (!type.DerivesFrom(WellKnownNames.Module) || TorchCollections.Is(type));
}
