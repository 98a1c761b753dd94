using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Parsing;

/// <content>Expressions: numbers, variables, members, collections.</content>
internal sealed partial class Evaluator
{
    private Value Evaluate(IOperation? operation, Frame frame)
    {
        cancellation.ThrowIfCancellationRequested();
        _steps++;
        if (operation is null)
        {
            return Value.Plain;
        }

        if (IsExhausted)
        {
            return new Value(Dimension.Unclear(operation.Syntax));
        }

        var value = operation switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => Constant(constant),
            IConversionOperation conversion => Evaluate(conversion.Operand, frame),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, frame),
            IDelegateCreationOperation creation => Evaluate(creation.Target, frame),
            IArgumentOperation argument => Evaluate(argument.Value, frame),
            IParameterReferenceOperation reference => frame.Find(reference.Parameter)
                ?? (widths.Of(reference.Parameter) is { } declared ? new Value(declared) : Value.Plain),
            ILocalReferenceOperation reference => frame.Find(reference.Local) ?? Unclear(operation),
            IInstanceReferenceOperation => new Value(Dimension.Finite()) { Members = frame.Self },
            IFieldReferenceOperation reference => Member(reference.Field.CorrespondingTupleField ?? reference.Field, reference, frame),
            IPropertyReferenceOperation reference => Member(reference.Property, reference, frame),
            IArrayElementReferenceOperation element => Item(Evaluate(element.ArrayReference, frame)),
            IBinaryOperation binary => Binary(binary, frame),
            IConditionalOperation choice => Either(choice.WhenTrue, choice.WhenFalse, frame),
            ICoalesceOperation choice => Either(choice.Value, choice.WhenNull, frame),
            ISwitchExpressionOperation choice => choice.Arms.Length == 0
                ? Value.Plain
                : choice.Arms.Where(arm => !IsThrow(arm.Value)).Select(arm => Evaluate(arm.Value, frame)).Aggregate(Value.Plain, Or),
            ITupleOperation tuple => Tuple(tuple.Elements.Select(element => Evaluate(element, frame)).ToArray()),
            IArrayCreationOperation array => Collection(array.Initializer?.ElementValues ?? [], array, frame),
            ICollectionExpressionOperation collection => Collection(collection.Elements, collection, frame),
            ISpreadOperation spread => Item(Evaluate(spread.Operand, frame)),
            IAnonymousFunctionOperation lambda => Value.Plain with { Function = (lambda, frame) },
            IMethodReferenceOperation => Value.Plain,
            IObjectCreationOperation creation => Create(creation, frame),
            IAnonymousObjectCreationOperation creation => WithMembers(Value.Plain, creation.Initializers, frame),
            IWithOperation copy => WithMembers(Evaluate(copy.Operand, frame), copy.Initializer.Initializers, frame),
            IInvocationOperation invocation => Invoke(invocation, frame),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, Evaluate(assignment.Value, frame), frame),
            ICoalesceAssignmentOperation assignment => Assign(assignment.Target, Evaluate(assignment.Value, frame), frame),
            IDeconstructionAssignmentOperation assignment => Deconstruct(assignment.Target, Evaluate(assignment.Value, frame), frame),
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation => Changed(operation, frame),
            _ => Combined(operation, operation.ChildOperations, frame),
        };
        return value.Dimension.Ratio is null && value.Dimension.Doubt is null
            ? value with { Dimension = Dimension.Unclear(operation.Syntax) }
            : value;

        static Value Or(Value all, Value next) => ReferenceEquals(all, Value.Plain) ? next : all.Or(next);
    }

    private static Value Unclear(IOperation operation) => new(Dimension.Unclear(operation.Syntax));

    private static Value Constant(object? value) => value switch
    {
        int number => new(Dimension.Finite(number)),
        long number => new(Dimension.Finite(number)),
        short number => new(Dimension.Finite(number)),
        byte number => new(Dimension.Finite(number)),
        uint number => new(Dimension.Finite(number)),
        _ => Value.Plain,
    };

    private static Value Tuple(Value[] elements) => Value.Plain with
    {
        Members = elements.Select((element, index) => (Name: "Item" + Infrastructure.Literal.Of(index + 1), element))
            .ToDictionary(pair => pair.Name, pair => pair.element),
        Calls = elements.Select(element => element.Calls).Aggregate((IReadOnlyList<FactoryCall>)[], Value.Union),
    };

    /// <summary>An element of a collection; of what is no collection that was seen to be made, the thing itself without members.</summary>
    private static Value Item(Value collection) => collection.Element ?? collection with { Members = null };

    private static bool IsThrow(IOperation operation) => operation is IThrowOperation or IConversionOperation { Operand: IThrowOperation };

    private Value Either(IOperation first, IOperation? second, Frame frame) =>
        IsThrow(first) ? Evaluate(second, frame)
        : second is null || IsThrow(second) ? Evaluate(first, frame)
        : Evaluate(first, frame).Or(Evaluate(second, frame));

    private Value Binary(IBinaryOperation binary, Frame frame)
    {
        var (a, b) = (Evaluate(binary.LeftOperand, frame), Evaluate(binary.RightOperand, frame));
        if (TensorShapes.IsTensor(binary.Type))
        {
            return Value.Plain with { Shape = a.Shape ?? b.Shape };
        }

        var (left, right) = (a.Dimension, b.Dimension);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Multiply => new(left * right),
            BinaryOperatorKind.Divide => new(left / right),
            BinaryOperatorKind.Add => new(left + right),
            BinaryOperatorKind.Subtract => new(left - right),
            _ => left.IsFinite && right.IsFinite ? Value.Plain : Unclear(binary),
        };
    }

    /// <summary>A field or property: as it was set, as it is declared to grow, or as its getter computes it.</summary>
    private Value Member(ISymbol member, IMemberReferenceOperation reference, Frame frame)
    {
        var instance = reference.Instance is null ? null : Evaluate(reference.Instance, frame);
        if (member is IPropertySymbol { IsIndexer: true })
        {
            return Item(instance!);
        }

        if (instance?.Members is { } members && members.TryGetValue(member.Name, out var value))
        {
            return value;
        }

        if (widths.Of(member) is { } declared)
        {
            return new Value(declared);
        }

        if (member is IPropertySymbol { GetMethod: { } getter } && Getter(getter) is { } body)
        {
            return Follow(body, new Frame(instance?.Members is null ? null : Copy(instance.Members), outer: null), reference);
        }

        // What nothing was seen to set is unclear in the class itself; elsewhere it does not grow unless it is declared to.
        var isOwn = reference.Instance is IInstanceReferenceOperation && instance?.Members is not null;
        return isOwn ? Unclear(reference) : instance is { Dimension.IsFinite: false } ? instance with { Members = null } : Value.Plain;
    }

    private IOperation? Getter(IMethodSymbol getter) => getter.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation)).FirstOrDefault() switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.ArrowExpressionClauseSyntax arrow when !getter.IsAbstract => OperationOf(arrow),
        Microsoft.CodeAnalysis.CSharp.Syntax.AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        { } accessor when !getter.IsAbstract => OperationOf(accessor),
        _ => null,
    };

    private static Dictionary<string, Value> Copy(IReadOnlyDictionary<string, Value>? members) =>
        members?.ToDictionary(member => member.Key, member => member.Value) ?? [];

    /// <summary>A list, array or span: its elements; as a shape, it has the product of its elements as its size.</summary>
    private Value Collection(IReadOnlyList<IOperation> elements, IOperation creation, Frame frame)
    {
        if (elements.Count == 0)
        {
            return Combined(creation, [], frame);
        }

        var values = elements.Select(element => Evaluate(element, frame)).ToArray();
        return new Value(values.Select(value => value.Dimension).Aggregate((a, b) => a * b))
        {
            Calls = values.Select(value => value.Calls).Aggregate(Value.Union),
            Element = values.Aggregate((a, b) => a.Or(b)),
            Shape = values.Select(value => value.Dimension).ToArray(),
        };
    }

    private Value WithMembers(Value value, IEnumerable<IOperation> initializers, Frame frame)
    {
        var members = Copy(value.Members);
        foreach (var assignment in initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IMemberReferenceOperation { Member.Name: var name })
            {
                members[name] = Evaluate(assignment.Value, frame);
            }
        }

        return value with { Members = members, Calls = members.Values.Select(member => member.Calls).Aggregate(value.Calls, Value.Union) };
    }

    private Value Assign(IOperation target, Value value, Frame frame)
    {
        var isCertain = _uncertain == 0;
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                frame.Assign(local, value, isCertain);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                frame.Assign(parameter, isCertain ? value : Evaluate(target, frame).Or(value), isCertain);
                break;
            case IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: true } } or IArrayElementReferenceOperation:
                if (target.ChildOperations.FirstOrDefault() is { } collection)
                {
                    Gather(collection, value, frame);
                }

                break;
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member.Name: var name } when frame.Self is { } self:
                self[name] = !isCertain && self.TryGetValue(name, out var before) ? before.Or(value) : value;
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, frame);
                break;
            case ITupleOperation tuple:
                Deconstruct(tuple, value, frame);
                break;
        }

        return value;
    }

    /// <summary>Adds to what a collection holds, where it is kept; the old content is part of the new, wherever the statement stands.</summary>
    private void Gather(IOperation collection, Value item, Frame frame)
    {
        collection = WithoutConversions(collection);
        var before = Evaluate(collection, frame);
        var element = before.Element is { } known ? known.Or(item) : item;
        var after = new Value(Dimension.Finite()) { Calls = Value.Union(before.Calls, item.Calls), Element = element };
        Replace(collection, after, frame);
    }

    private static void Replace(IOperation collection, Value value, Frame frame)
    {
        switch (collection)
        {
            case ILocalReferenceOperation { Local: var local }:
                frame.Assign(local, value, isCertain: true);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                frame.Assign(parameter, value, isCertain: true);
                break;
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member.Name: var name } when frame.Self is { } self:
                self[name] = value;
                break;
        }
    }

    private Value Deconstruct(IOperation target, Value value, Frame frame)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            return Deconstruct(declaration.Expression, value, frame);
        }

        if (target is not ITupleOperation tuple)
        {
            return Assign(target, value, frame);
        }

        for (var index = 0; index < tuple.Elements.Length; index++)
        {
            var part = value.Members is { } members && members.TryGetValue("Item" + Infrastructure.Literal.Of(index + 1), out var item)
                ? item
                : Unclear(tuple.Elements[index]);
            Assign(tuple.Elements[index], part, frame);
        }

        return value;
    }

    /// <summary>A number that changes by steps: finite as long as the steps are.</summary>
    private Value Changed(IOperation operation, Frame frame)
    {
        var (target, step) = operation switch
        {
            ICompoundAssignmentOperation compound => (compound.Target, Evaluate(compound.Value, frame)),
            IIncrementOrDecrementOperation increment => (increment.Target, Value.Plain),
            _ => throw new System.InvalidOperationException(),
        };
        var before = Evaluate(target, frame);
        return Assign(target, before.Dimension.IsFinite && step.Dimension.IsFinite ? Value.Plain : Unclear(operation), frame);
    }

    /// <summary>What no rule here covers: plain if all its parts are, else unknown; modules pass through.</summary>
    private Value Combined(IOperation operation, IEnumerable<IOperation> parts, Frame frame) =>
        Combined(operation, parts.Select(part => Evaluate(part, frame)).ToArray());

    private static Value Combined(IOperation operation, IReadOnlyList<Value> values) => new(
        values.All(value => value.Dimension.IsFinite)
            ? Dimension.Finite()
            : values.First(value => !value.Dimension.IsFinite).Dimension is { Ratio: null } doubtful ? doubtful : Dimension.Unclear(operation.Syntax))
    {
        Calls = values.Select(value => value.Calls).Aggregate((IReadOnlyList<FactoryCall>)[], Value.Union),
        Element = values.Select(value => value.Element).FirstOrDefault(element => element is not null),
    };
}
