using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Training.Tests;

internal static class AllCores
{
    /// <summary>A model on every core, each operator on one: less time than one model after the other on all of them.</summary>
    public static CoordinateCheckResult RunOnAllCores<TModel>(this CoordinateCheck<TModel> check)
        where TModel : Module<Tensor, Tensor>, IParameterizedModel
    {
        set_num_threads(1);
        return check.Workers(Environment.ProcessorCount).Run();
    }
}
