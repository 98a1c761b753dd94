using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Parameterize.TorchSharp.Tests.Traps;

/// <summary>Groups and schedules of TorchSharp's optimizers.</summary>
public class OptimizerTraps
{
    [Fact]
    public void Parameter_in_two_groups_is_stepped_twice()
    {
        using var parameter = One();
        using var optimizer = new SGD(
            [
                new SGD.ParamGroup([parameter], new SGD.Options { LearningRate = 1 }),
                new SGD.ParamGroup([parameter], new SGD.Options { LearningRate = 1 }),
            ],
            1, 0, 0, 0, false, false);
        Step(optimizer, parameter);
        Trap.IsStillThere(parameter.item<float>() == -1, "TorchSupport.Aliases");
    }

    [Fact]
    public void Group_without_options_has_a_rate_of_its_own()
    {
        using var parameter = One();
        var group = new Adam.ParamGroup([parameter]);
        using var optimizer = new Adam([group], 0.5, 0.9, 0.999, 1e-8, 0, false, false);
        Trap.IsStillThere(((Adam.Options)group.Options).LearningRate == 1e-3, "that generated groups set every option");
    }

    [Fact]
    public void Rate_of_a_group_is_lost_when_a_schedule_is_built()
    {
        using var parameter = One();
        using var optimizer = SGD([parameter], 1);
        optimizer.ParamGroups.Single().LearningRate = 0.25;
        lr_scheduler.LambdaLR(optimizer, _ => 1);
        Trap.IsStillThere(
            optimizer.ParamGroups.Single().LearningRate == 1, "setting InitialLearningRate with each rate, and the warning on rates");
    }

    [Fact]
    public void One_cycle_takes_the_wrong_phase_for_the_second_group()
    {
        using var first = One();
        using var second = One();
        using var optimizer = new SGD(
            [
                new SGD.ParamGroup([first], new SGD.Options { LearningRate = 1 }),
                new SGD.ParamGroup([second], new SGD.Options { LearningRate = 1 }),
            ],
            1, 0, 0, 0, false, false);
        var schedule = lr_scheduler.OneCycleLR(optimizer, [1.0, 1.0], total_steps: 20, cycle_momentum: false);
        var differs = false;
        for (var step = 0; step < 19; step++)
        {
            optimizer.step();
            schedule.step();
            var rates = optimizer.ParamGroups.Select(group => group.LearningRate).ToArray();
            differs |= Math.Abs(rates[0] - rates[1]) > 1e-6;
        }

        Trap.IsStillThere(differs, "the warning on OneCycleLR");
    }

    [Fact]
    public void Rectified_adam_takes_the_square_of_its_rate()
    {
        // Over a quadratic's first rectified steps, half the rate moves the parameter by a quarter.
        Trap.IsStillThere(Math.Abs(Moved(0.01) / Moved(0.005) - 4) < 0.5, "the warning on RAdam");

        static double Moved(double rate)
        {
            using var parameter = One();
            using var optimizer = RAdam([parameter], rate);
            var before = 0.0;
            for (var step = 0; step < 30; step++)
            {
                before = parameter.item<float>();
                Step(optimizer, parameter);
            }

            return before - parameter.item<float>();
        }
    }

    private static Parameter One() => nn.Parameter(ones(1));

    private static void Step(Optimizer optimizer, Parameter parameter)
    {
        optimizer.zero_grad();
        parameter.sum().backward();
        optimizer.step();
    }
}
