using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.Models.Tests.Annotated;

/// <summary>One body with a head for each task, by its name.</summary>
[Parameterize(BaseWidth = 8)]
public partial class MultiTask : Module<Tensor, Tensor>
{
    private readonly Linear shared1;
    private readonly Linear shared2;
    private readonly ModuleDict<Linear> heads = new();

    public MultiTask(long inputs, [Width] long hidden, Dictionary<string, long> tasks) : base("MultiTask")
    {
        shared1 = Linear(inputs, hidden);
        shared2 = Linear(hidden, hidden);
        foreach (var (name, classes) in tasks)
            heads.Add(name, Linear(hidden, classes));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(Shared1(x));
        x = functional.relu(Shared2(x));
        return cat(heads.values().Select(head => head.call(x)).ToArray(), dim: 1);
    }
}
