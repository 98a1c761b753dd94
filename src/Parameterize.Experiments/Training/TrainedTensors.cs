using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Experiments.Training;

/// <summary>The parameters of a model that train, each with the factor on SGD's rate by which a tangent kernel weights it.</summary>
/// <param name="Parameters">In the model's order.</param>
/// <param name="Rates">eta of each.</param>
internal sealed record TrainedTensors(Tensor[] Parameters, double[] Rates)
{
    public static TrainedTensors Of<TModel>(TModel model)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        var named = model.named_parameters().Where(one => one.parameter.requires_grad).ToArray();
        return new TrainedTensors(
            [.. named.Select(one => (Tensor)one.parameter)],
            [.. named.Select(one => model.Parameterization[one.name].Rule.SgdLearningRate)]);
    }
}
