using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace SystemTorch.Tests.Optimizers;

public class OptimizerFileTests
{
    private static readonly Dictionary<string, Func<Parameter[], OptimizerHelper>> all = new()
    {
        ["SGD"] = parameters => SGD(parameters, 0.1, momentum: 0.9),
        ["Adam"] = parameters => Adam(parameters, 0.1),
        ["Adam amsgrad"] = parameters => Adam(parameters, 0.1, amsgrad: true),
        ["AdamW"] = parameters => AdamW(parameters, 0.1, weight_decay: 0.1),
        ["RMSProp"] = parameters => RMSProp(parameters, 0.1, momentum: 0.5, centered: true),
        ["Adagrad"] = parameters => Adagrad(parameters, 0.1, lr_decay: 0.1),
        ["Adadelta"] = parameters => Adadelta(parameters, 0.1),
        ["Adamax"] = parameters => Adamax(parameters, 0.1),
        ["NAdam"] = parameters => NAdam(parameters, 0.1),
        ["RAdam"] = parameters => RAdam(parameters, 0.1),
        ["ASGD"] = parameters => ASGD(parameters, 0.1, t0: 2),
        ["Rprop"] = parameters => Rprop(parameters, 0.1),
    };

    public static TheoryData<string> Names => [.. all.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_goes_on_from_a_file_as_if_it_had_not_stopped(string name)
    {
        var start = Parameters();
        using var first = all[name](start);
        Train(first, start, 0, 8);
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        first.ParamGroups.Single().LearningRate = 0.05;
        first.save_state_dict(writer);
        var (resumed, fresh) = (Copy(start), Copy(start));
        using var second = all[name](resumed);
        file.Position = 0;
        using (NewDisposeScope())
            second.load_state_dict(new BinaryReader(file));
        Assert.Equal(0.05, second.ParamGroups.Single().LearningRate);
        using var third = all[name](fresh);
        third.ParamGroups.Single().LearningRate = 0.05;
        foreach (var (optimizer, parameters) in new[] { (first, start), (second, resumed), (third, fresh) })
            Train(optimizer, parameters, 8, 12);
        Assert.True(start[0].Equals(resumed[0]) && start[1].Equals(resumed[1]));
        Assert.False(start[0].Equals(fresh[0]));
    }

    [Fact]
    public void Other_optimizers_groups_and_shapes_are_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            all["Adam"](Parameters()).save_state_dict(path);
            Assert.Throws<ArgumentException>(() => all["SGD"](Parameters()).load_state_dict(path));
            Assert.Throws<ArgumentException>(() => all["Adam"]([Parameters()[0]]).load_state_dict(path));
            Assert.Throws<ArgumentException>(() => all["Adam"]([.. Parameters().Reverse()]).load_state_dict(path));
            all["Adam"](Parameters()).load_state_dict(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Train(OptimizerHelper optimizer, Parameter[] parameters, int from, int to)
    {
        for (var step = from; step < to; step++)
        {
            optimizer.zero_grad();
            ((parameters[0] - Math.Sin(step)).pow(2).sum() + (parameters[1] * step).cos().sum()).backward();
            optimizer.step();
        }
    }

    private static Parameter[] Parameters() => [new(tensor([1.0, 2, 3])), new(tensor([0.5, -0.5], [2, 1]))];

    private static Parameter[] Copy(Parameter[] parameters) => [.. parameters.Select(parameter => new Parameter(parameter.detach().clone()))];
}
