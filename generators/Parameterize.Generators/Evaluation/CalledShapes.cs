using Parameterize.Generators.Catalogues;

namespace Parameterize.Generators.Evaluation;

/// <summary>What a row of the catalogue comes to for the calls that make a module.</summary>
internal static class CalledShapes
{
    /// <summary>The product of arguments, as a call gives them.</summary>
    public static Dimension Of(this Fan fan, FactoryCall call)
    {
        var dimension = call.Dimension(fan.Argument);
        dimension = fan.Times is { } factor ? dimension * call.Dimension(factor) : dimension;
        return fan.Over is { } groups ? dimension / call.Dimension(groups) : dimension;
    }

    /// <summary>Whether modules that are made by these calls have the tensor.</summary>
    public static TensorPresence PresenceIn(this TensorShape tensor, IReadOnlyList<FactoryCall> calls)
    {
        if (tensor.Needs is { } needed)
        {
            return calls.Any(call => call.Given.Contains(needed)) ? TensorPresence.Unknown : TensorPresence.Never;
        }

        if (calls.Count == 0)
        {
            return tensor.Flags.Length == 0 ? TensorPresence.Always : TensorPresence.Unknown;
        }

        if (tensor.Flags.Any(flag => calls.All(call => call.Flag(flag) == false)))
        {
            return TensorPresence.Never;
        }

        return tensor.Flags.All(flag => calls.All(call => call.Flag(flag) == true))
            ? TensorPresence.Always
            : TensorPresence.Unknown;
    }
}
