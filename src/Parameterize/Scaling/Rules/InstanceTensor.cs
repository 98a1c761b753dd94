using Parameterize.Scaling.Algebra;

namespace Parameterize.Scaling.Rules;

/// <summary>
/// A tensor of a class in one of its instances, whose widths are others there. One of them may be no width at all: a first layer that reads
/// three channels is an input layer there, whatever it is in the class. Its forward pass is the class's, so a layer that has no multiplier
/// there has none here, and its init and rate carry what it lacks.
/// </summary>
internal static class InstanceTensor
{
    /// <param name="tensor">The class's row.</param>
    /// <param name="here">What a ratio of the class is in the instance.</param>
    /// <param name="growing">The first of the instance's widths that grows: n, where the class's own does not.</param>
    public static TensorDeclaration Of(TensorScaling tensor, Func<Factor, Factor> here, Factor growing)
    {
        var (own, ratios) = (tensor.Declaration, tensor.Declaration.Ratios);
        var (model, fanIn, fanOut) = (here(ratios.Model), here(ratios.FanIn), here(ratios.FanOut));
        var kind = Kind(own.Kind, fanIn.IsOne, fanOut.IsOne);
        return own with
        {
            Kind = kind,
            Ratios = new TensorRatios(model.IsOne ? growing : model, fanIn, fanOut) { Read = here(ratios.Read) },
            DrawFanIn = here(own.DrawFanIn),
            IsFolded = own.IsFolded || (kind != own.Kind && tensor.Multiplier.IsOne),
        };
    }

    private static ParameterKind Kind(ParameterKind own, bool isFanInFinite, bool isFanOutFinite) => own switch
    {
        ParameterKind.Finite => ParameterKind.Finite,
        ParameterKind.Vector => isFanOutFinite ? ParameterKind.Finite : ParameterKind.Vector,
        _ => (isFanInFinite, isFanOutFinite) switch
        {
            (true, true) => ParameterKind.Finite,
            (true, false) => ParameterKind.Input,
            (false, true) => ParameterKind.Output,
            (false, false) => ParameterKind.Hidden,
        },
    };
}
