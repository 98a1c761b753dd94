using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Parameterize.TorchSharp.Tests.Traps;

/// <summary>Draws that are not what their names say: generated code draws by Tensor.normal_ and Tensor.uniform_ alone.</summary>
public class InitTraps
{
    [Fact]
    public void Truncated_normal_fills_with_a_constant()
    {
        using var tensor = empty(1000);
        init.trunc_normal_(tensor, 0, 0.02, -0.04, 0.04);
        Trap.IsStillThere(
            (tensor - 0.02).abs().max().item<float>() < 1e-6, "that generated code offers no truncated normal of TorchSharp's");
    }

    [Fact]
    public void Xavier_normal_draws_a_uniform()
    {
        manual_seed(1);
        using var tensor = empty(300, 300);
        init.xavier_normal_(tensor);

        // The uniform has kurtosis 1.8, the normal 3; with 90,000 numbers the standard error is below 0.02.
        var kurtosis = tensor.pow(4).mean().item<float>() / Math.Pow(tensor.pow(2).mean().item<float>(), 2);
        Trap.IsStillThere(kurtosis < 2.2, "that [Hidden(Init = ...)] draws the normal by Tensor.normal_");
    }

    [Fact]
    public void Generator_of_init_is_ignored_and_that_of_the_tensor_is_not()
    {
        using var first = Drawn(tensor => init.normal_(tensor, 0, 1, new Generator(7)));
        using var second = Drawn(tensor => init.normal_(tensor, 0, 1, new Generator(7)));
        Trap.IsStillThere(!first.equal(second).all().item<bool>(), "Tensor.normal_ with a generator in TorchSupport.Draw");

        using var third = Drawn(tensor => tensor.normal_(0, 1, new Generator(7)));
        using var fourth = Drawn(tensor => tensor.normal_(0, 1, new Generator(7)));
        Assert.True(third.equal(fourth).all().item<bool>());
    }

    [Fact]
    public void Norm_of_groups_has_whatever_was_in_memory()
    {
        // Freed memory that held sevens is handed out again: not at each attempt, but soon.
        var fault = Enumerable.Range(0, 200).Any(_ =>
        {
            using (full(4096, 7f))
            {
            }

            using var norm = GroupNorm(1, 4096);
            return norm.weight.ne(1).any().item<bool>();
        });
        Trap.IsStillThere(fault, "TorchSupport.SetNorm");
    }

    private static Tensor Drawn(Action<Tensor> draw)
    {
        var tensor = empty(100);
        draw(tensor);
        return tensor;
    }
}
