using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Parsing;

/// <content>TorchSharp's Sequential.</content>
internal sealed partial class Evaluator
{
    /// <summary>A Sequential whose modules are written out, by name or without; null for one that is given a collection.</summary>
    private Value? Sequence(IInvocationOperation invocation, Frame frame)
    {
        var parts = invocation.Arguments.Length == 0 ? [] : WithoutConversions(invocation.Arguments[0].Value) switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => (IReadOnlyList<IOperation>?)null,
        };
        if (parts is null || parts.Any(part => part is ISpreadOperation))
        {
            return null;
        }

        var steps = parts.Select((part, index) => Step(part, index, frame)).ToArray();
        return Sequence(invocation, steps);
    }

    /// <summary>The sequence with what is appended, by name or without, also in the variable that holds it; null where that runs never or often.</summary>
    private Value? Appended(IInvocationOperation invocation, Value sequence, Value[] arguments, Frame frame)
    {
        if (sequence.Steps is not { } steps || invocation.TargetMethod.Name != "append" || arguments.Length == 0 || _uncertain > 0)
        {
            return null;
        }

        var name = arguments.Length == 1 ? Infrastructure.Literal.Of(steps.Count) : invocation.Arguments[0].Value.ConstantValue.Value as string ?? "";
        var value = Sequence(invocation, [.. steps, new SequenceStep(name, arguments[arguments.Length - 1])]);
        Replace(WithoutConversions(invocation.Instance!), value, frame);
        return value;
    }

    /// <summary>Its modules are known as long as their names tell them apart; a point or a star means something in the names of tensors.</summary>
    private static Value Sequence(IOperation operation, IReadOnlyList<SequenceStep> steps)
    {
        var names = steps.Select(step => step.Name).ToArray();
        var isKnown = names.All(name => name.Length > 0 && name.IndexOfAny(['.', '*']) < 0) && names.Distinct().Count() == names.Length;
        return Combined(operation, steps.Select(step => step.Value).ToArray()) with { Steps = isKnown ? steps : null };
    }

    /// <summary>A module, or a pair of its name and itself; without a name if that is no constant.</summary>
    private SequenceStep Step(IOperation part, int index, Frame frame) =>
        WithoutConversions(part) is ITupleOperation { Elements: { Length: 2 } pair }
            ? new SequenceStep(pair[0].ConstantValue.Value as string ?? "", Evaluate(pair[1], frame))
            : new SequenceStep(Infrastructure.Literal.Of(index), Evaluate(part, frame));

    private static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
