using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Parameterize.Generators.Parsing;

/// <content>TorchSharp's Sequential.</content>
internal sealed partial class Evaluator
{
    /// <summary>A Sequential whose modules are written out, by name or without; null for one that is given a collection.</summary>
    private Value? Sequence(IInvocationOperation invocation, Frame frame)
    {
        var parts = invocation.Arguments.Length != 1 ? null : WithoutConversions(invocation.Arguments[0].Value) switch
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
        return Combined(invocation, steps.Select(step => step.Value).ToArray()) with
        {
            Steps = steps.Any(step => step.Name.Length == 0) ? null : steps,
        };
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
