using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace SystemTorch.Tests;

public class RuntimeTests
{
    [Fact]
    public void Errors_of_libtorch_arrive_with_their_text()
    {
        var error = Assert.Throws<ExternalException>(() => zeros(2, 3).matmul(zeros(2, 3)));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_library_is_explained_in_one_sentence()
    {
        var error = Assert.Throws<DllNotFoundException>(() => NativeLoader.Load("no_such_library", typeof(torch).Assembly));
        Assert.Contains(NativeLoader.InstallCommand, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal("apt-get install -y libtorch-dev libopenblas0-pthread cmake g++", NativeLoader.InstallCommand);
    }

    [Fact]
    public void Recording_can_be_switched_off_and_on()
    {
        var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }

        using (inference_mode())
            Assert.True(is_inference_mode_enabled());
        Assert.True((x * 2).requires_grad);
        Assert.False(x.detach().requires_grad);
    }

    [Fact]
    public void Threads_and_default_type_can_be_set()
    {
        var threads = get_num_threads();
        Assert.InRange(threads, 1, Environment.ProcessorCount);
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(threads);

        set_default_dtype(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, zeros(1).dtype);
        set_default_dtype(ScalarType.Float32);
        Assert.Equal(ScalarType.Float32, get_default_dtype());
    }

    [Fact]
    public void Elements_are_read_as_their_own_type_only()
    {
        var x = tensor([1f, 2, 3, 4, 5, 6], [2, 3]);
        Assert.Throws<ArgumentException>(() => x.data<double>());
        Assert.Throws<ArgumentException>(() => x.item<float>());
        Assert.Throws<ArgumentException>(() => x.sum().item<double>());
        Assert.Equal(21, x.sum().ToDouble());
        Assert.Equal([1, 4, 2, 5, 3, 6], x.t().data<float>().ToArray());
        Assert.Equal(6, x.t().data<float>()[2, 1]);
        Assert.True(tensor(true).item<bool>());
        Assert.Equal(3L, tensor(3L).item<long>());
        Assert.Equal("[2x3], type = Float32, device = cpu", x.ToString());
    }

    [Fact]
    public void Assignment_by_index_changes_the_tensor()
    {
        var x = zeros(2, 3);
        x[0] = 1f;
        x[1, 2] = tensor(5f);
        x[TensorIndex.Colon, 1..2] = 7;
        x[x < 1] = -1f;
        Assert.Equal([1, 7, 1, -1, 7, 5], x.data<float>().ToArray());
    }

    [Fact]
    public void Types_of_results_are_PyTorchs()
    {
        Assert.Equal(ScalarType.Float32, (ones(1) * 2.5).dtype);
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0.0, 1.0, 0.5).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.0).dtype);
        Assert.Equal(ScalarType.Int64, randint(10, [3]).dtype);
        Assert.Equal(ScalarType.Bool, (ones(1) > 0).dtype);
        Assert.Equal(ScalarType.Float64, ones(1).@double().dtype);
    }

    [Fact]
    public void Second_derivatives()
    {
        var x = tensor(2.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        first.backward();
        Assert.Equal(12, x.grad!.item<double>(), 1e-12);
        Assert.Null(autograd.grad([x * 2], [x, tensor(1.0, requires_grad: true)], allow_unused: true)[1]);
    }

    [Fact]
    public void Gradients_are_clipped_to_a_common_norm()
    {
        var x = nn.Parameter(tensor([3.0, 4.0]));
        x.square().sum().backward();
        Assert.Equal(10, nn.utils.clip_grad_norm_([x], 1), 1e-9);
        Assert.Equal(1, x.grad!.norm().ToDouble(), 1e-6);
        var vector = nn.utils.parameters_to_vector([x]);
        nn.utils.vector_to_parameters(vector * 2, [x]);
        Assert.Equal([6.0, 8.0], x.data<double>().ToArray());
    }
}
