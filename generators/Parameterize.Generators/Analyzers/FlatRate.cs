using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Analyzers;

/// <summary>A place where all groups of an optimizer get one rate, or one of them another than its own.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Subject">What gives them that, as the start of a sentence.</param>
/// <param name="Advice">What to do instead.</param>
/// <param name="IsOfOne">Whether it is one group, as if there were no others.</param>
internal sealed record FlatRate(IOperation Optimizer, string Subject, string Advice, bool IsOfOne = false)
{
    private const string This = "This assignment";
    private const string Multiply = "multiply the InitialLearningRate of the group instead";

    /// <summary>Null for an operation that is no such place.</summary>
    public static FlatRate? Of(IOperation operation) => operation switch
    {
        IInvocationOperation call when call.TargetMethod.ContainingType.Is(WellKnownNames.Schedulers) => OfScheduler(call),
        ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation { Property.Name: "LearningRate", Instance: { } group },
        } assignment =>
            OfAssignment(assignment, group),
        _ => null,
    };

    private static FlatRate? OfScheduler(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(SetsOneRate) is { Parameter.Name: var name }
        && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { Value: var optimizer }
            ? new FlatRate(
                optimizer,
                $"{call.TargetMethod.Name} with one {name}",
                "use a schedule that multiplies the rate of each group, such as LambdaLR, LinearLR or CosineAnnealingLR without eta_min")
            : null;

    /// <summary>A rate that all groups get: the peak of a cycle, or a floor that is not 0.</summary>
    private static bool SetsOneRate(IArgumentOperation argument) => argument.Parameter switch
    {
        { Name: "max_lr", Type.SpecialType: SpecialType.System_Double } => true,
        { Name: "eta_min" } => argument.Value.ConstantValue is not { HasValue: true, Value: 0.0 },
        _ => false,
    };

    /// <summary>The schedule by hand: <c>foreach (var group in optimizer.ParamGroups) group.LearningRate = rate;</c></summary>
    private static FlatRate? OfAssignment(ISimpleAssignmentOperation assignment, IOperation group)
    {
        if (GroupLoop.Around(assignment, group) is { } loop)
        {
            return !loop.Varies(assignment.Value) && !loop.IsSelective(assignment) ? new FlatRate(loop.Optimizer, This, Multiply) : null;
        }

        return GroupLoop.OnlyOne(assignment, group) is { } optimizer
            ? new FlatRate(optimizer, This, "do so for each group, and " + Multiply, IsOfOne: true)
            : null;
    }
}
